import * as oauth from 'oauth4webapi'
import { textOf } from '../ask.ts'
import { type Asked, type External, type Provider, ProviderDown, ProviderRefused } from '../provider.ts'
import type { ProviderSettings } from '../settings.ts'

type Settings = Extract<ProviderSettings, { readonly kind: 'oidc' }>

const patienceMilliseconds = 8_000

/** OpenID Connect by authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636). */
export function oidcProvider(settings: Settings): Provider {
  const { id, name, english, clientId, clientSecret, scope, door } = settings
  const issuer = new URL(settings.issuer)
  const client: oauth.Client = { client_id: clientId }
  const options = () => ({
    signal: AbortSignal.timeout(patienceMilliseconds),
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
  })
  let known: Promise<oauth.AuthorizationServer> | undefined
  const discover = () => {
    known ??= oauth
      .discoveryRequest(issuer, options())
      .then((response) => oauth.processDiscoveryResponse(issuer, response))
      .catch((error: unknown) => {
        known = undefined
        throw new ProviderDown('its description cannot be read', { cause: error })
      })
    return known
  }
  return {
    ...{ id, name, english, door },
    begin: async ({ errand, redirectUri }) => {
      const { authorization_endpoint: endpoint } = await discover()
      if (endpoint === undefined) throw new ProviderRefused('it has no authorization endpoint')
      const url = new URL(endpoint)
      url.search = new URLSearchParams({
        ...{ client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope },
        ...{ state: errand.state, nonce: errand.nonce, code_challenge_method: 'S256' },
        code_challenge: await oauth.calculatePKCECodeChallenge(errand.verifier),
      }).toString()
      return url
    },
    finish: async (asked, callback) => {
      const server = await discover()
      try {
        const exchange = { server, client, clientSecret, options }
        const answer = await exchangeCode(exchange, asked, callback)
        const external = externalOf(answer.claims)
        return door === 'staff' ? external : { ...external, identity: await identityOf(exchange, answer, settings) }
      } catch (error) {
        throw isAway(error)
          ? new ProviderDown('away', { cause: error })
          : new ProviderRefused('not to be trusted', { cause: error })
      }
    },
  }
}

type Exchange = {
  readonly server: oauth.AuthorizationServer
  readonly client: oauth.Client
  readonly clientSecret: string
  readonly options: () => { readonly signal: AbortSignal; readonly [oauth.allowInsecureRequests]: boolean }
}

async function exchangeCode(
  { server, client, clientSecret, options }: Exchange,
  { errand, redirectUri }: Asked,
  callback: URL,
) {
  const parameters = oauth.validateAuthResponse(server, client, callback, errand.state)
  const authentication = oauth.ClientSecretPost(clientSecret)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    authentication,
    parameters,
    redirectUri,
    errand.verifier,
    options(),
  )
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: errand.nonce,
    requireIdToken: true,
  })
  await oauth.validateApplicationLevelSignature(server, response, options())
  const claims = oauth.getValidatedIdTokenClaims(answer)
  if (claims === undefined) throw new ProviderRefused('there is no ID token')
  return { claims, token: answer.access_token }
}

type Answer = Awaited<ReturnType<typeof exchangeCode>>

/** Name and number as the ID token has them or, where it does not, the userinfo endpoint. */
async function identityOf({ server, client, options }: Exchange, { claims, token }: Answer, settings: Settings) {
  const told = identityIn(claims, settings)
  if (told !== undefined) return told
  if (server.userinfo_endpoint === undefined) return nameless()
  const response = await oauth.userInfoRequest(server, client, token, options())
  const more = await oauth.processUserInfoResponse(server, client, claims.sub, response)
  return identityIn(more, settings) ?? nameless()
}

function identityIn(claims: Readonly<Record<string, unknown>>, { claims: names }: Settings) {
  const [name, number] = [textOf(claims[names.name]), textOf(claims[names.number])]
  return name === undefined || number === undefined ? undefined : { name, number }
}

function nameless(): never {
  throw new ProviderRefused('it vouches for no real name')
}

function externalOf(claims: oauth.IDToken): External {
  const handles = [claims.preferred_username, claims.phone_number, claims.email, claims.sub].map(textOf)
  return { subject: claims.sub, handles: handles.filter((handle) => handle !== undefined) }
}

function isAway(error: unknown): boolean {
  const { name, cause } = error as { name?: string; cause?: unknown }
  if (name === 'TypeError' || name === 'TimeoutError') return true
  return cause instanceof Response && cause.status >= 500
}
