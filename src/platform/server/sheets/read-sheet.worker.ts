import { parentPort, workerData } from 'node:worker_threads'
import { read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { type SheetReading, sheetLimits } from './sheet.ts'
import { unpackedBytes } from './unpacked-bytes.ts'

type Task = {
  readonly bytes: Uint8Array
  readonly sheet: string | undefined
  readonly text: boolean
  readonly rows: number
}

parentPort?.postMessage(reading(workerData as Task))

function reading({ bytes, sheet: wanted, text, rows: most }: Task): SheetReading {
  const buffer = Buffer.from(bytes)
  if ((unpackedBytes(buffer) ?? 0) > sheetLimits.unpackedMegabytes * 1024 * 1024) return { kind: 'too-large' }
  const book = open(buffer, text)
  const name = wanted !== undefined && book?.SheetNames.includes(wanted) ? wanted : book?.SheetNames[0]
  const sheet = name === undefined ? undefined : book?.Sheets[name]
  if (book === undefined || name === undefined || sheet === undefined) return { kind: 'unreadable' }
  const range = utils.decode_range(sheet['!ref'] ?? 'A1')
  if (range.e.r > most + 50 || range.e.c >= sheetLimits.columns) return { kind: 'too-large' }
  writeOutDates(sheet)
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '', blankrows: true })
  return { kind: 'sheet', sheet: { sheets: book.SheetNames, sheet: name, rows: rows.map((row) => row.map(textOf)) } }
}

function open(buffer: Buffer, text: boolean): WorkBook | undefined {
  try {
    if (!text && !isWorkbook(buffer)) return undefined
    if (!text) return read(buffer, { type: 'buffer', cellNF: true })
    return read(decode(buffer), { type: 'string', raw: true })
  } catch {
    return undefined
  }
}

/** A zip or an OLE compound file; whatever else is given, the library would take for text. */
function isWorkbook(buffer: Buffer): boolean {
  const start = buffer.subarray(0, 8).toString('hex')
  return start.startsWith('504b0304') || start === 'd0cf11e0a1b11ae1'
}

/** A cell that is shown as a date is a day, not the serial number that stands in it. */
function writeOutDates(sheet: WorkSheet): void {
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!') || cell.t !== 'n' || typeof cell.z !== 'string' || !SSF.is_date(cell.z)) continue
    const { y, m, d } = SSF.parse_date_code(cell.v) ?? {}
    if (y === undefined) continue
    delete cell.z // or the library takes the text for a date again
    cell.t = 's'
    cell.v = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  }
}

/** UTF-8 where it is valid, else GB 18030, which is what spreadsheet programs in offices write. */
function decode(buffer: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return iconv.decode(buffer, 'gb18030')
  }
}

function textOf(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell)
}
