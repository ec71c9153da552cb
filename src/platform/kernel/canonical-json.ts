import canonicalize from 'canonicalize'

/** What JSON can hold. Money is a string of fen, a time an ISO string; `undefined` members are left out. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export type JsonObject = { readonly [member: string]: Json | undefined }

/** Text that is written down in the one way already; whoever makes one vouches for it. For what a database writes in bulk. */
export class CanonicalText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * The one way to write a value down (RFC 8785), so that two who hash it agree. Throws where JSON cannot hold the value: not a
 * number, a lone surrogate, a cycle.
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}
