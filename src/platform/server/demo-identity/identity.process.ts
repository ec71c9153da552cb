import { createHash, randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { listenHere, standBeside } from '#platform/server/process/index.ts'
import { consentPage } from './consent-page.ts'
import { isSameAsker, newIssuer } from './issuer.ts'
import type { DemoIdentityTask, DemoPerson } from './person.ts'

/*
 * A provider of real names for a demonstration (OpenID Connect Core 1.0, PKCE): it believes whoever says that they are one of the
 * county's invented people, and knows nobody else. Codes count once and for a minute.
 */

type Grant = { readonly query: URLSearchParams; readonly person: DemoPerson; readonly until: number }

const codeLifeMs = 60_000
const { describe, tokenOf } = newIssuer()
const grants = new Map<string, Grant>()

standBeside<DemoIdentityTask>({
  open: async (task) => {
    const server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
      const described = describe(url)
      if (described) return json(response, described)
      const answer = routes[url.pathname]
      if (answer === undefined) return void response.writeHead(404).end()
      answer({ response, url, body: await text(request), task })
    })
    return { port: await listenHere(server) }
  },
})

type Call = {
  readonly response: ServerResponse
  readonly url: URL
  readonly body: string
  readonly task: DemoIdentityTask
}

const routes: Readonly<Record<string, (call: Call) => void>> = {
  '/authorize': ({ response, url, task }) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(consentPage(task, url.searchParams)),
  '/decide': ({ response, url: { searchParams }, task }) => decide(response, searchParams, task),
  '/token': ({ response, url, body, task }) => redeem(response, url.origin, new URLSearchParams(body), task),
}

/** Back to where one came from: with a code for whom one has chosen to be, or with a refusal. */
function decide(response: ServerResponse, said: URLSearchParams, { people }: DemoIdentityTask): void {
  const back = new URL(said.get('redirect_uri') ?? '', 'http://localhost')
  back.searchParams.set('state', said.get('state') ?? '')
  const person = people.find(({ number }) => number === said.get('person'))
  if (person === undefined || said.get('how') !== 'consent') back.searchParams.set('error', 'access_denied')
  else {
    const code = randomUUID()
    grants.set(code, { query: said, person, until: Date.now() + codeLifeMs })
    back.searchParams.set('code', code)
  }
  response.writeHead(302, { location: back.href }).end()
}

function redeem(response: ServerResponse, issuer: string, asked: URLSearchParams, { clientSecret }: DemoIdentityTask) {
  const code = asked.get('code') ?? ''
  const grant = grants.get(code)
  grants.delete(code)
  const isMeant = grant && isSameAsker(grant.query, asked) && asked.get('client_secret') === clientSecret
  if (!isMeant || grant.until < Date.now()) return json(response, { error: 'invalid_grant' }, 400)
  const { name, number } = grant.person
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    ...{ iss: issuer, aud: asked.get('client_id') ?? 'xianqu', iat: now, exp: now + 60 },
    ...{ sub: subjectOf(number), nonce: grant.query.get('nonce'), name, identity_number: number },
  }
  return json(response, { access_token: randomUUID(), token_type: 'Bearer', id_token: tokenOf(claims) })
}

/** The provider's own name for somebody: the same at every start, and not their number. */
function subjectOf(number: string): string {
  return createHash('sha256').update(`demo-identity ${number}`).digest('hex').slice(0, 24)
}

function json(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
