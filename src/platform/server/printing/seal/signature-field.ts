/*
 * Our printer writes plain PDF: a table of places (no stream of them), objects uncompressed, one catalogue. A seal is added behind it as an
 * increment (ISO 32000-1, 7.5.6): the signature, the field that shows it, and the catalogue and first page with a line more.
 */
const signatureHexDigits = 16_384
const emptyRange = '[0 0000000000 0000000000 0000000000]'
const rangeLine = /\/ByteRange \[0 (\d{10}) (\d{10}) (\d{10})\]/g

/** A PDF of the printer with an empty, invisible field for a signature of `at`. Throws where it is no PDF of the printer. */
export function withSignatureField(pdf: Buffer, at: Date): Buffer {
  const text = pdf.toString('latin1')
  const { size, root, rest, places, start } = readTrailer(text)
  const object = (reference: string) => objectAt(text, places.get(reference) ?? fail(`object ${reference}`))
  const page = firstPage(object, /\/Pages (\d+) 0 R/.exec(object(root))?.[1] ?? fail('pages'))
  const [signature, field] = [`${size}`, `${size + 1}`]
  const added: readonly (readonly [string, string])[] = [
    [root, inDictionary(object(root), `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`)],
    [page, withAnnotation(object(page), field)],
    [signature, signatureOf(at)],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /Rect [0 0 0 0] /P ${page} 0 R /V ${signature} 0 R >>`,
    ],
  ]
  const parts = [text.endsWith('\n') ? text : `${text}\n`]
  let length = parts[0]?.length ?? 0
  const table = added.map(([id, body]) => {
    const written = `${id} 0 obj\n${body}\nendobj\n`
    const line = `${id} 1\n${String(length).padStart(10, '0')} 00000 n \n`
    parts.push(written)
    length += written.length
    return line
  })
  parts.push(
    `xref\n${table.join('')}trailer\n<<\n  /Size ${size + 2}\n  /Root ${root} 0 R\n${rest}\n  /Prev ${start}\n>>\n`,
  )
  parts.push(`startxref\n${length}\n%%EOF\n`)
  return withRange(Buffer.from(parts.join(''), 'latin1'))
}

/** What a signature in the field covers: all but the place of the signature itself. */
export function bytesSigned(prepared: Buffer): Buffer {
  const { before, after } = placeOf(prepared) ?? fail('place of the signature')
  return Buffer.concat([prepared.subarray(0, before), prepared.subarray(after)])
}

/** The PDF with the signature in its field. Throws where it is longer than the field. */
export function fillSignature(prepared: Buffer, cms: Buffer): Buffer {
  const { before } = placeOf(prepared) ?? fail('place of the signature')
  const hex = cms.toString('hex').padEnd(signatureHexDigits, '0')
  if (hex.length > signatureHexDigits) throw new Error(`a signature of ${cms.length} bytes does not fit`)
  const filled = Buffer.from(prepared)
  filled.write(hex, before + 1, 'latin1')
  return filled
}

/** The last signature of a PDF; nothing where there is none that is written as ours are. */
export function readSignature(pdf: Buffer) {
  const place = placeOf(pdf)
  if (place === undefined) return undefined
  const { before, after, end } = place
  const isField = after - before === signatureHexDigits + 2 && pdf[before] === 0x3c && pdf[after - 1] === 0x3e
  const hex = isField ? pdf.subarray(before + 1, after - 1).toString('latin1') : ''
  const cms = derIn(Buffer.from(hex, 'hex'))
  return {
    coversAll: /^[0-9a-f]+$/.test(hex) && /^0*$/.test(hex.slice(cms.length * 2)) && end === pdf.length,
    cms,
    signed: Buffer.concat([pdf.subarray(0, before), pdf.subarray(after, end)]),
  }
}

/** The signature without the zeros that fill its field up: DER says its own length. */
function derIn(bytes: Buffer): Buffer {
  const lengthBytes = (bytes[1] ?? 0) & 0x7f
  const isLong = ((bytes[1] ?? 0) & 0x80) !== 0
  if (!isLong || lengthBytes < 1 || lengthBytes > 4 || bytes.length < 2 + lengthBytes) return bytes
  return bytes.subarray(0, 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes))
}

type Place = { readonly before: number; readonly after: number; readonly end: number }

function placeOf(pdf: Buffer): Place | undefined {
  const found = [...pdf.toString('latin1').matchAll(rangeLine)].at(-1)
  if (found === undefined) return undefined
  const [before = 0, after = 0, tail = 0] = found.slice(1).map(Number)
  return { before, after, end: after + tail }
}

function withRange(pdf: Buffer): Buffer {
  const at = pdf.lastIndexOf(emptyRange)
  const before = pdf.indexOf('/Contents <', at) + '/Contents '.length
  const after = before + signatureHexDigits + 2
  const numbers = [before, after, pdf.length - after].map((one) => String(one).padStart(10, '0'))
  pdf.write(`[0 ${numbers.join(' ')}]`, at, 'latin1')
  return pdf
}

function signatureOf(at: Date): string {
  const moment = at.toISOString().replace(/[-:T]|\..*/g, '')
  const kind = '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached'
  return `<< ${kind} /M (D:${moment}+00'00') /ByteRange ${emptyRange} /Contents <${'0'.repeat(signatureHexDigits)}> >>`
}

function readTrailer(text: string) {
  const [, body = '', start = ''] = /trailer\n([\s\S]*?)startxref\n(\d+)\n%%EOF\s*$/.exec(text) ?? fail('trailer')
  const [, size] = /\/Size (\d+)/.exec(body) ?? fail('size')
  const [, root = ''] = /\/Root (\d+) 0 R/.exec(body) ?? fail('catalogue')
  const rest = body.split('\n').filter((line) => /^\s*\/(Info|ID)\b/.test(line))
  return { size: Number(size), root, rest: rest.join('\n'), places: placesIn(text, Number(start)), start }
}

/** Where each object begins, by its number. */
function placesIn(text: string, start: number): ReadonlyMap<string, number> {
  const [, first = '0', lines = ''] =
    /^xref\n(\d+) \d+\n((?:\d{10} \d{5} [fn]\s{1,2})+)/.exec(text.slice(start)) ?? fail('table')
  const entries = lines.match(/\d{10} \d{5} [fn]/g) ?? []
  return new Map(entries.map((entry, n) => [String(Number(first) + n), Number(entry.slice(0, 10))]))
}

function objectAt(text: string, place: number): string {
  const end = text.indexOf('\nendobj', place)
  return text.slice(text.indexOf('obj\n', place) + 'obj\n'.length, end)
}

function firstPage(object: (reference: string) => string, pages: string): string {
  const kid = /\/Kids \[\s*(\d+) 0 R/.exec(object(pages))?.[1]
  return kid === undefined ? pages : firstPage(object, kid)
}

function inDictionary(dictionary: string, line: string): string {
  const end = dictionary.lastIndexOf('>>')
  return `${dictionary.slice(0, end)}  ${line}\n${dictionary.slice(end)}`
}

function withAnnotation(page: string, field: string): string {
  const annots = /\/Annots \[([^\]]*)\]/.exec(page)
  if (annots === null) return inDictionary(page, `/Annots [${field} 0 R]`)
  return page.replace(annots[0], `/Annots [${annots[1]?.trim()} ${field} 0 R]`)
}

function fail(what: string): never {
  throw new Error(`not a PDF of the printer: no ${what}`)
}
