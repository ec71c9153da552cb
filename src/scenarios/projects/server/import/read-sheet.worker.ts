import { parentPort, workerData } from 'node:worker_threads'
import { read, utils, type WorkBook } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { type SheetReading, sheetLimits } from './sheet.ts'
import { unpackedBytes } from './unpacked-bytes.ts'

type Task = { readonly bytes: Uint8Array; readonly sheet: string | undefined; readonly text: boolean }

parentPort?.postMessage(reading(workerData as Task))

function reading({ bytes, sheet: wanted, text }: Task): SheetReading {
  const buffer = Buffer.from(bytes)
  if ((unpackedBytes(buffer) ?? 0) > sheetLimits.unpackedMegabytes * 1024 * 1024) return { kind: 'too-large' }
  const book = open(buffer, text)
  const name = wanted !== undefined && book?.SheetNames.includes(wanted) ? wanted : book?.SheetNames[0]
  const sheet = name === undefined ? undefined : book?.Sheets[name]
  if (book === undefined || name === undefined || sheet === undefined) return { kind: 'unreadable' }
  const range = utils.decode_range(sheet['!ref'] ?? 'A1')
  if (range.e.r > sheetLimits.rows + 50 || range.e.c >= sheetLimits.columns) return { kind: 'too-large' }
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '', blankrows: true })
  return { kind: 'sheet', sheet: { sheets: book.SheetNames, sheet: name, rows: rows.map((row) => row.map(textOf)) } }
}

function open(buffer: Buffer, text: boolean): WorkBook | undefined {
  try {
    if (!text) return read(buffer, { type: 'buffer', cellDates: false, dense: false })
    return read(decode(buffer), { type: 'string', raw: true })
  } catch {
    return undefined
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
