/** DER bytes as PEM under a label, as `PUBLIC KEY`. */
export function pemOf(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** The DER bytes of every PEM block of a label in a text. */
export function derBlocks(label: string, text: string): Buffer[] {
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([\\s\\S]+?)-----END ${label}-----`, 'g'))
  return [...blocks].map(([, body = '']) => Buffer.from(body, 'base64'))
}
