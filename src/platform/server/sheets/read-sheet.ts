import { Worker } from 'node:worker_threads'
import { type SheetReading, sheetLimits } from './sheet.ts'

/**
 * Reads a spreadsheet in a thread of its own with a limit on memory and time, so that a hostile file harms nobody else.
 * `text` for CSV. Gives the sheet named, else the first.
 */
export function readSheet(
  bytes: Buffer,
  options: { readonly sheet?: string | undefined; readonly text: boolean; readonly rows?: number },
): Promise<SheetReading> {
  const worker = new Worker(new URL('./read-sheet.worker.ts', import.meta.url), {
    workerData: { bytes, sheet: options.sheet, text: options.text, rows: options.rows ?? sheetLimits.rows },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  const tooLong = setTimeout(() => worker.terminate(), sheetLimits.seconds * 1000)
  return new Promise<SheetReading>((resolve) => {
    worker.once('message', (reading: SheetReading) => resolve(reading))
    worker.once('error', () => resolve({ kind: 'too-large' }))
    worker.once('exit', () => resolve({ kind: 'too-large' }))
  }).finally(() => {
    clearTimeout(tooLong)
    return worker.terminate()
  })
}
