import type { Transaction } from '#platform/server/database/index.ts'
import { defineProjection, type Projection, type SealedEntry } from '#platform/server/journal/index.ts'
import type { FigureBook } from './book.ts'
import {
  addDeltas,
  addHappenings,
  clearBook,
  readThings,
  readWaiting,
  saveThings,
  saveWaiting,
} from './figures-store.ts'
import { foldEntries, kindOf } from './fold.ts'

/**
 * The projection that keeps a book of figures; list it in `scenario.projections`.
 * @example `projections: [figuresProjection(projectFigures)]`
 */
export function figuresProjection(book: FigureBook): Projection {
  return defineProjection({
    name: book.name,
    version: book.version,
    reset: (tx) => clearBook(tx, book.name),
    handle: (tx, entries) => handle(tx, book, entries),
  })
}

async function handle(tx: Transaction, book: FigureBook, entries: readonly SealedEntry[]): Promise<void> {
  const own = entries.filter(({ stream }) => kindOf(book, stream) !== undefined)
  const [first] = own
  if (first === undefined) return
  const place = { jurisdiction: first.jurisdiction, book: book.name }
  const streams = [...new Set(own.map(({ stream }) => stream))]
  const [known, waited] = await Promise.all([readThings(tx, place, streams), readWaiting(tx, place, streams)])
  const folded = foldEntries(book, known, waited, own)
  await Promise.all([
    saveThings(tx, place, folded.things),
    saveWaiting(tx, place, folded),
    addDeltas(tx, place, folded.deltas),
    addHappenings(tx, place, folded.counted),
  ])
}
