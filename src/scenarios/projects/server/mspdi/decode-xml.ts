/** Turns the bytes of an XML file into text, piece by piece. */
export type XmlDecoder = {
  readonly encoding: string
  /** Throws where the bytes are not of the encoding. */
  decode(bytes: Uint8Array, last: boolean): string
}

const declared = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/

/**
 * Picks the encoding by the first bytes: a byte order mark, the zeros of UTF-16 without one, or what the declaration says;
 * UTF-8 where nothing says anything. GBK and GB 2312 are read as GB 18030, which holds them. Nothing for an unknown one.
 */
export function xmlDecoder(head: Uint8Array, instead?: string): XmlDecoder | undefined {
  const label = instead ?? labelOf(head)
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return { encoding: label, decode: (bytes, last) => decoder.decode(bytes, { stream: !last }) }
  } catch {
    return undefined
  }
}

function labelOf(head: Uint8Array): string {
  const [a, b] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  const start = a === 0xef ? 3 : 0
  const said = declared.exec(Buffer.from(head.subarray(start, start + 200)).toString('latin1'))?.[1]?.toLowerCase()
  if (said === undefined) return 'utf-8'
  // What says UTF-16 but has no zeros is not: the declaration itself was read as single bytes.
  if (said.startsWith('utf-16') || said === 'unicode') return 'utf-8'
  return /^(gbk|gb_?2312(-80)?|gb18030|cp936|windows-936)$/.test(said) ? 'gb18030' : said
}
