/** Who signed in over there. */
export type External = {
  /** The provider's own, unchanging name for the person. */
  readonly subject: string
  /** What an administrator may have listed them under: account, employee code, phone. */
  readonly handles: readonly string[]
  /** The real name and identity number for which a residents' provider vouches. */
  readonly identity?: { readonly name: string; readonly number: string }
}

/** What ties an answer to the question it belongs to; kept by the browser, sealed, for the few minutes between. */
export type Errand = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** What a provider is asked with. */
export type Asked = { readonly errand: Errand; readonly redirectUri: string }

/**
 * Somebody who knows the people of the county and tells who is there. Both throw `ProviderDown` where the provider does not answer, and
 * `ProviderRefused` where its answer is not one to be trusted.
 */
export type Provider = {
  readonly id: string
  readonly name: string
  readonly english: string
  /** Whom it brings. */
  readonly door: 'staff' | 'residents'
  /** Where its pages are, if browsers reach them through this platform alone, under whatever address that has for them: a demonstration's. */
  readonly relay?: URL
  /** The address to which the browser is sent. */
  begin(asked: Asked): Promise<URL>
  /** Who came back with this address. */
  finish(asked: Asked, callback: URL): Promise<External>
}

/** The provider does not answer. */
export class ProviderDown extends Error {}

/** The provider's answer does not hold: forged, stale, refused. */
export class ProviderRefused extends Error {}
