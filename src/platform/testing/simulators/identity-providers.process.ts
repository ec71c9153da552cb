import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { isSameAsker, newIssuer } from '#platform/server/demo-identity/index.ts'
import { listenHere, standBeside } from '#platform/server/process/index.ts'
import type { ProviderFault } from './identity-providers.ts'

/*
 * Three providers of single sign-on in a process of their own: OpenID Connect, DingTalk, 浙政钉. Whoever the test says is there consents
 * at once, or OpenID Connect asks on a page who it is; codes count once, PKCE and signatures are checked as the real ones do.
 */

type Grant = { readonly query: URLSearchParams; readonly person: string; readonly thenDown?: boolean }

/** What a province's platform says of a resident: `become` then gets an account, a name and an identity number. */
type RealName = {
  readonly account: string
  readonly name: string
  readonly number: string
  readonly at: 'token' | 'userinfo'
}

const { describe, tokenOf } = newIssuer({ userinfo: true })
const grants = new Map<string, Grant>()
const realNames = new Map<string, RealName>()
let person = ''
let fault: ProviderFault | undefined
let asks = false

const server = createServer(async (request, response) => {
  if (fault === 'down') return void request.socket.destroy()
  if (fault === 'broken') return void response.writeHead(503).end()
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const described = describe(url)
  if (described) return json(response, described)
  const answer = routes[url.pathname]
  if (answer === undefined) return void response.writeHead(404).end()
  answer({ request, response, url, body: await text(request) })
})

type Call = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly body: string
}

const routes: Readonly<Record<string, (call: Call) => void>> = {
  '/authorize': ({ response, url }) => (asks ? askWho(response, url) : sendBack(response, url, 'code')),
  '/decide': ({ response, url }) => decide(response, url.searchParams),
  '/token': ({ response, url, body }) => {
    const asked = new URLSearchParams(body)
    const grant = redeem(asked.get('code'))
    if (grant?.thenDown) return json(response, {}, 503)
    if (!grant || !isSameAsker(grant.query, asked) || asked.get('client_secret') !== 'secret')
      return json(response, { error: 'invalid_grant' }, 400)
    const nonce = fault === 'wrong-nonce' ? 'another' : grant.query.get('nonce')
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: url.origin,
      aud: 'xianqu',
      sub: `sub-${grant.person}`,
      preferred_username: grant.person,
      ...(realNames.get(grant.person)?.at === 'token' ? claimsOf(grant.person) : {}),
      nonce,
      iat: now,
      exp: now + 60,
    }
    return json(response, {
      access_token: `of-${grant.person}`,
      token_type: 'Bearer',
      id_token: spoilt(tokenOf(claims)),
    })
  },
  '/userinfo': ({ request, response }) => {
    const [, whose = ''] = String(request.headers.authorization).split('of-')
    json(response, { sub: `sub-${whose}`, ...claimsOf(whose) })
  },
  '/oauth2/auth': ({ response, url }) => sendBack(response, url, 'authCode'),
  '/v1.0/oauth2/userAccessToken': ({ response, body }) => {
    const asked = JSON.parse(body) as Record<string, string>
    const grant = redeem(asked.code ?? null)
    if (!grant || asked.clientSecret !== 'secret') return json(response, { code: 'invalidCode' }, 400)
    return json(response, { accessToken: `token-${grant.person}`, expireIn: 7200 })
  },
  '/v1.0/contact/users/me': ({ request, response }) => {
    const [, whose = ''] = String(request.headers['x-acs-dingtalk-access-token']).split('token-')
    json(response, { unionId: `union-${whose}`, mobile: whose, nick: '某人' })
  },
  '/oauth2/auth.htm': ({ response, url }) => sendBack(response, url, 'code'),
  '/gettoken.json': ({ request, response, url }) =>
    isSigned(request, url, url.searchParams)
      ? data(response, { accessToken: 'application', expiresIn: 7200 })
      : json(response, { success: false }),
  '/rpc/oauth2/getuserinfo_bycode.json': ({ request, response, url, body }) => {
    const asked = new URLSearchParams(body)
    const grant =
      isSigned(request, url, asked) && asked.get('access_token') === 'application' && redeem(asked.get('code'))
    if (!grant) return json(response, { success: false })
    return data(response, { accountId: 4711, employeeCode: grant.person, account: grant.person, lastName: '某人' })
  },
}

function claimsOf(account: string): object {
  const known = realNames.get(account)
  return known === undefined ? {} : { xm: known.name, sfzh: known.number }
}

/** The page at which somebody says who they are and consents, or does not. */
function askWho(response: ServerResponse, url: URL): void {
  const kept = [...url.searchParams].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
  const field = (name: string, label: string) => `<p><label>${label} <input name="${name}"></label></p>`
  const button = (how: string, label: string) => `<p><button name="how" value="${how}">${label}</button></p>`
  const form = [
    ...kept,
    ...[field('account', '账号'), field('xm', '姓名'), field('sfzh', '身份证号码')],
    ...[button('consent', '同意授权'), button('refuse', '取消'), button('down', '同意，随后故障')],
  ]
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><html lang="zh"><title>政务服务网</title><link rel="icon" href="data:,">
    <meta name="viewport" content="width=device-width"><form action="/decide">${form.join('')}</form></html>`)
}

function decide(response: ServerResponse, said: URLSearchParams): void {
  const told = (name: string) => said.get(name) ?? ''
  const back = new URL(told('redirect_uri'))
  back.searchParams.set('state', told('state'))
  if (told('how') === 'refuse') back.searchParams.set('error', 'access_denied')
  else {
    const [account, code] = [told('account'), randomUUID()]
    realNames.set(account, { account, name: told('xm'), number: told('sfzh'), at: 'token' })
    grants.set(code, { query: said, person: account, thenDown: told('how') === 'down' })
    back.searchParams.set('code', code)
  }
  response.writeHead(302, { location: back.href }).end()
}

function sendBack(response: ServerResponse, url: URL, name: string): void {
  const code = randomUUID()
  grants.set(code, { query: url.searchParams, person })
  const back = new URL(url.searchParams.get('redirect_uri') ?? '')
  back.searchParams.set(name, code)
  back.searchParams.set('state', fault === 'wrong-state' ? 'another' : (url.searchParams.get('state') ?? ''))
  response.writeHead(302, { location: back.href }).end()
}

function redeem(code: string | null): Grant | undefined {
  const grant = grants.get(code ?? '')
  grants.delete(code ?? '')
  return grant
}

/** A token whose signature does not fit where that is the fault of the moment. */
function spoilt(token: string): string {
  if (fault !== 'forged') return token
  const at = token.lastIndexOf('.') + 1
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
}

function isSigned({ headers, method }: IncomingMessage, url: URL, parameters: URLSearchParams): boolean {
  const sorted = [...parameters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`)
  const lines = [method, headers['x-hmac-auth-timestamp'], headers['x-hmac-auth-nonce'], url.pathname, sorted.join('&')]
  return createHmac('sha256', 'secret').update(lines.join('\n')).digest('base64') === headers['x-hmac-auth-signature']
}

function data(response: ServerResponse, value: object): void {
  json(response, { success: true, content: { success: true, data: value } })
}

function json(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

type Order = { person?: string; realName?: RealName; fault?: ProviderFault | null; asks?: boolean }

function take(order: Order): void {
  if (order.asks !== undefined) asks = order.asks
  if (order.person !== undefined) person = order.person
  if (order.realName !== undefined) {
    person = order.realName.account
    realNames.set(person, order.realName)
  }
  if (order.fault !== undefined) fault = order.fault ?? undefined
}

standBeside<unknown, Order>({ open: async () => ({ port: await listenHere(server) }), take })
