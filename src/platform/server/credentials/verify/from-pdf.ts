import { inflateSync } from 'node:zlib'

const mostBytes = 4_000_000
const mostStreams = 2000
const showing = /[\w-]+\.[\w-]+\.[\w-]+~(?:[\w-]+~)+[\w-]+\.[\w-]+\.[\w-]+/

/**
 * The showing attached to a PDF; nothing where there is none. What the page looks like is not believed: whoever verifies compares it
 * with the fields that the verdict gives.
 */
export function showingInPdf(pdf: Buffer): string | undefined {
  if (!pdf.subarray(0, 1024).includes('%PDF-')) return undefined
  let at = 0
  for (let count = 0; count < mostStreams; count += 1) {
    const begin = pdf.indexOf('stream', at)
    const end = pdf.indexOf('endstream', begin)
    if (begin < 0 || end < 0) return undefined
    const start = begin + 'stream'.length + (pdf[begin + 6] === 0x0d ? 2 : 1)
    const found = showing.exec(plain(pdf.subarray(start, end)))?.[0]
    if (found !== undefined) return found
    at = end + 'endstream'.length
  }
  return undefined
}

/** A stream as text, inflated where it is deflated; never more than so many bytes, whatever it claims. */
function plain(stream: Buffer): string {
  if (stream.length > mostBytes) return ''
  try {
    return inflateSync(stream, { maxOutputLength: mostBytes }).toString('latin1')
  } catch {
    return stream.toString('latin1')
  }
}
