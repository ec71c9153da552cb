import { createHash, createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
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

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const grants = new Map<string, Grant>()
const realNames = new Map<string, RealName>()
let person = ''
let fault: ProviderFault | undefined
let asks = false

type Next = { person?: string; realName?: RealName; fault?: ProviderFault | null; asks?: boolean }
process.on('message', (next: Next) => {
  if (next.asks !== undefined) asks = next.asks
  if (next.person !== undefined) person = next.person
  if (next.realName !== undefined) {
    person = next.realName.account
    realNames.set(person, next.realName)
  }
  if (next.fault !== undefined) fault = next.fault ?? undefined
  process.send?.({ told: true })
})
process.on('disconnect', () => process.exit())

const server = createServer(async (request, response) => {
  if (fault === 'down') return void request.socket.destroy()
  if (fault === 'broken') return void response.writeHead(503).end()
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const answer = routes[url.pathname]
  if (answer === undefined) return void response.writeHead(404).end()
  answer({ request, response, url, body: await bodyOf(request) })
})

type Call = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly body: string
}

const routes: Readonly<Record<string, (call: Call) => void>> = {
  '/.well-known/openid-configuration': ({ response, url }) =>
    json(response, {
      issuer: url.origin,
      authorization_endpoint: `${url.origin}/authorize`,
      token_endpoint: `${url.origin}/token`,
      userinfo_endpoint: `${url.origin}/userinfo`,
      jwks_uri: `${url.origin}/jwks`,
      id_token_signing_alg_values_supported: ['ES256'],
    }),
  '/jwks': ({ response }) =>
    json(response, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] }),
  '/authorize': ({ response, url }) => (asks ? askWho(response, url) : sendBack(response, url, 'code')),
  '/decide': ({ response, url }) => decide(response, url.searchParams),
  '/token': ({ response, url, body }) => {
    const asked = new URLSearchParams(body)
    const grant = take(asked.get('code'))
    if (grant?.thenDown) return json(response, {}, 503)
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || challenge !== grant.query.get('code_challenge') || asked.get('client_secret') !== 'secret')
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
    return json(response, { access_token: `of-${grant.person}`, token_type: 'Bearer', id_token: tokenOf(claims) })
  },
  '/userinfo': ({ request, response }) => {
    const [, whose = ''] = String(request.headers.authorization).split('of-')
    json(response, { sub: `sub-${whose}`, ...claimsOf(whose) })
  },
  '/oauth2/auth': ({ response, url }) => sendBack(response, url, 'authCode'),
  '/v1.0/oauth2/userAccessToken': ({ response, body }) => {
    const asked = JSON.parse(body) as Record<string, string>
    const grant = take(asked.code ?? null)
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
      isSigned(request, url, asked) && asked.get('access_token') === 'application' && take(asked.get('code'))
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

function take(code: string | null): Grant | undefined {
  const grant = grants.get(code ?? '')
  grants.delete(code ?? '')
  return grant
}

function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'ES256', kid: 'k' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  if (fault === 'forged') signature[0] = (signature[0] ?? 0) ^ 1
  return `${signed}.${signature.toString('base64url')}`
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

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

server.listen(0, '127.0.0.1', () => process.send?.({ ready: (server.address() as AddressInfo).port }))
