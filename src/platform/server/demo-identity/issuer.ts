import { createHash, generateKeyPairSync, sign } from 'node:crypto'

/** What a provider of OpenID Connect that is played tells of itself, and signs with: a key of its own, new at each start. */
export type Issuer = {
  /** What stands at an address at which a provider describes itself (OpenID Connect Discovery 1.0); nothing at any other. */
  describe(url: URL): object | undefined
  /** An ID token (ES256) of those claims. */
  tokenOf(claims: object): string
}

/** Makes a key and speaks for it; `userinfo` where the provider answers to that address too. */
export function newIssuer({ userinfo = false } = {}): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    describe: ({ pathname, origin }) => {
      if (pathname === '/jwks')
        return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] }
      return pathname === '/.well-known/openid-configuration' ? configurationOf(origin, userinfo) : undefined
    },
    tokenOf: (claims) => {
      const signed = `${part({ alg: 'ES256', kid: 'k' })}.${part(claims)}`
      const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return `${signed}.${signature.toString('base64url')}`
    },
  }
}

function configurationOf(issuer: string, userinfo: boolean): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    ...(userinfo && { userinfo_endpoint: `${issuer}/userinfo` }),
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['ES256'],
  }
}

/** Whether the one who redeems a code is the one who asked for it (PKCE, RFC 7636, S256). */
export function isSameAsker(asked: URLSearchParams, redeemed: URLSearchParams): boolean {
  const verifier = createHash('sha256').update(redeemed.get('code_verifier') ?? '')
  return asked.get('code_challenge') === verifier.digest('base64url')
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
