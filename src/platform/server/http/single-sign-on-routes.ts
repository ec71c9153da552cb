import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { z } from 'zod'
import { ok, type Result } from '#platform/kernel/result.ts'
import { cookieFor, type SignIn } from '#platform/server/identity/index.ts'
import { type ResidentDoor, residentCookie } from '#platform/server/residents/index.ts'
import {
  type External,
  type Provider,
  ProviderDown,
  ProviderRefused,
  type SingleSignOn,
} from '#platform/server/single-sign-on/index.ts'
import type { RequestContext } from './call-context.ts'
import { refused } from './refused.ts'

/** What single sign-on needs of the host. */
export type SingleSignOnParts = {
  readonly singleSignOn: SingleSignOn
  readonly door: SignIn
  readonly residents: ResidentDoor
  readonly log: Logger
  readonly secureCookies: boolean
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext
}

const Kept = z.object({
  ...{ provider: z.string(), state: z.string(), nonce: z.string(), verifier: z.string() },
  ...{ next: z.string(), until: z.number() },
})
type Kept = z.infer<typeof Kept>

const cookie = 'xianqu_errand'
const lifeSeconds = 600
const folder = '/api/sso'

/** The two doors: where somebody lands who comes in, and where somebody is told why not. */
const doors = {
  staff: { home: '/', within: /^\/(?![/\\])/, signIn: '/sign-in' },
  residents: { home: '/portal', within: /^\/(portal|verify)(?![\w-])/, signIn: '/portal/sign-in' },
} as const

/**
 * `GET /api/sso/{provider}` sends the browser to a provider, `GET /api/sso/{provider}/back` takes it back. What ties the two together the
 * browser keeps, sealed, for ten minutes. Whatever goes wrong ends at the provider's sign-in page with a word, where password or code still open.
 */
export function mountSingleSignOn(host: FastifyInstance, parts: SingleSignOnParts): void {
  const { providers } = parts.singleSignOn
  type Asked = FastifyRequest<{ Params: { provider: string }; Querystring: { next?: string } }>
  host.get(`${folder}/:provider`, async (request: Asked, reply) => {
    const provider = providers.get(request.params.provider) ?? refused('route.unknown')
    return (await setOut(parts, provider, request, reply)) ?? reply
  })
  host.get(`${folder}/:provider/pages/*`, async (request: Asked, reply) => {
    const { relay } = providers.get(request.params.provider) ?? {}
    return relay ? relayed(relay, request, reply) : refused('route.unknown')
  })
  host.get(`${folder}/:provider/back`, async (request: Asked, reply) => {
    const provider = providers.get(request.params.provider) ?? refused('route.unknown')
    return comeBack(parts, provider, request, reply)
  })
}

async function setOut(
  parts: SingleSignOnParts,
  provider: Provider,
  request: FastifyRequest<{ Querystring: { next?: string } }>,
  reply: FastifyReply,
) {
  const { next = '' } = request.query
  const random = () => randomBytes(32).toString('base64url')
  const errand = { state: random(), nonce: random(), verifier: random() }
  try {
    const back = redirectUri(parts, provider, request)
    const url = await provider.begin({ errand, redirectUri: back })
    const kept: Kept = { provider: provider.id, ...errand, next, until: Date.now() + lifeSeconds * 1000 }
    reply.header('set-cookie', errandCookie(parts, parts.door.seal('sso', JSON.stringify(kept)), lifeSeconds))
    return reply.redirect(provider.relay ? `${folder}/${provider.id}/pages${url.pathname}${url.search}` : url.href)
  } catch (error) {
    return turnAway(parts, provider, reply, error)
  }
}

async function comeBack(parts: SingleSignOnParts, provider: Provider, request: FastifyRequest, reply: FastifyReply) {
  try {
    const kept = keptIn(parts, request)
    if (kept?.provider !== provider.id || kept.until < Date.now()) throw new ProviderRefused('it was not begun here')
    const asked = { errand: kept, redirectUri: redirectUri(parts, provider, request) }
    const callback = new URL(request.url, parts.singleSignOn.site)
    const external = await provider.finish(asked, callback)
    const admitted = await admit(parts, provider, external, parts.contextOf(request, reply))
    if (!admitted.ok) return sendTo(parts, provider, reply, admitted.refusal.code)
    reply.header('set-cookie', [admitted.value, errandCookie(parts, '', 0)])
    return reply.redirect(pageAfter(kept.next, doors[provider.door]))
  } catch (error) {
    return turnAway(parts, provider, reply, error)
  }
}

const here = 'http://here.invalid'

/** The page to go on to, read as browsers read it, who let go of tabs and turn backslashes; the door's own where it lies elsewhere. */
function pageAfter(next: string, { within, home }: (typeof doors)[keyof typeof doors]): string {
  const url = URL.parse(next, here)
  const page = url?.origin === here ? `${url.pathname}${url.search}${url.hash}` : ''
  return within.test(page) ? page : home
}

/** Lets in whom a provider has brought, at its own door alone; the answer is the cookie. */
async function admit(
  parts: SingleSignOnParts,
  { id, door }: Provider,
  external: External,
  { address, device }: RequestContext,
): Promise<Result<string>> {
  const origin = { address, device }
  if (door === 'staff') {
    const admitted = await parts.door.admitExternal({ ...external, ...origin, provider: id })
    return admitted.ok ? ok(cookieFor(admitted.value.token, parts.secureCookies)) : admitted
  }
  const { subject, identity } = external
  if (identity === undefined) throw new ProviderRefused('it vouches for no real name')
  const entered = await parts.residents.enterExternal({ provider: id, subject, identity, origin })
  return entered.ok ? ok(residentCookie.handOver(entered.value.token, parts.secureCookies)) : entered
}

/** What a provider fails with is told to the operator; anything else is a fault of ours. */
function turnAway(parts: SingleSignOnParts, provider: Provider, reply: FastifyReply, error: unknown) {
  if (!(error instanceof ProviderDown) && !(error instanceof ProviderRefused)) throw error
  const isDown = error instanceof ProviderDown
  parts.log.warn({ provider: provider.id, isDown, reason: error.message }, 'single sign-on was not completed')
  return sendTo(parts, provider, reply, isDown ? 'identity.external.unavailable' : 'identity.external.refused')
}

function sendTo(parts: SingleSignOnParts, { door }: Provider, reply: FastifyReply, code: string) {
  reply.header('set-cookie', errandCookie(parts, '', 0))
  return reply.redirect(`${doors[door].signIn}?refused=${encodeURIComponent(code)}`)
}

function keptIn({ door }: SingleSignOnParts, { headers }: FastifyRequest): Kept | undefined {
  const pair = headers.cookie?.split(';').find((one) => one.trim().startsWith(`${cookie}=`))
  const text = pair && door.unseal('sso', pair.trim().slice(cookie.length + 1))
  return text === undefined ? undefined : Kept.parse(JSON.parse(text))
}

function errandCookie({ secureCookies }: SingleSignOnParts, value: string, seconds: number): string {
  return `${cookie}=${value}; Path=${folder}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secureCookies ? '; Secure' : ''}`
}

function redirectUri({ singleSignOn }: SingleSignOnParts, { id, relay }: Provider, request: FastifyRequest): string {
  const site = relay ? siteOf(request) : singleSignOn.site
  return new URL(`${folder}/${id}/back`, site).href
}

/** This platform by the address that the browser has for it. */
function siteOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`
}

/** A page of a demonstration's provider, as the browser gets it from us; whatever the path says, nobody else is asked. */
async function relayed(relay: URL, request: FastifyRequest, reply: FastifyReply) {
  const { '*': page = '' } = request.params as { readonly '*'?: string }
  if (!/^[\w-]+$/.test(page)) refused('route.unknown')
  const asked = new URL(`/${page}`, relay)
  asked.search = new URL(request.url, relay).search
  const answer = await fetch(asked, { redirect: 'manual' })
  const location = answer.headers.get('location')
  if (location !== null)
    return location.startsWith(`${siteOf(request)}/`) ? reply.redirect(location) : refused('route.unknown')
  return reply
    .code(answer.status)
    .type(answer.headers.get('content-type') ?? 'text/plain')
    .send(await answer.text())
}
