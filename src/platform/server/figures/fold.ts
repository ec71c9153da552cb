import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import { type Cut, type Facts, type FigureBook, nameOfCut, type Standing, type ThingKind } from './book.ts'

/*
 * The fold. Each thing's entries are folded in the order of their versions, whatever the order in which they come: one that
 * comes early waits until those before it have come. A standing indicator moves by the difference between what a thing was
 * and what it is, so that its rollup is at any time the count of the things themselves; a happening is added once, at the day
 * and month of its instant. Sums do not depend on order, so the same entries give the same rows.
 */

/** A thing as folded so far. */
export type Thing = {
  readonly kind: string
  readonly version: number
  readonly facts: Facts
  readonly readers: readonly string[] | null
}

/** A change of a rollup; `grain` is missing for what stands now. */
export type Delta = {
  readonly indicator: string
  readonly cut: string
  readonly key: readonly string[]
  readonly readers: readonly string[] | null
  readonly grain?: 'day' | 'month'
  readonly period?: string
  value: number
}

/** An entry that counted. */
export type Counted = { readonly indicator: string; readonly entry: SealedEntry; readonly facts: Facts }

/** What a batch of entries changes. */
export type Folded = {
  readonly things: ReadonlyMap<string, Thing>
  readonly waiting: readonly SealedEntry[]
  /** Entries that had waited and have been folded now. */
  readonly awaited: readonly SealedEntry[]
  readonly deltas: readonly Delta[]
  readonly counted: readonly Counted[]
}

/** Folds entries and those that wait into things as they stand. */
export function foldEntries(
  book: FigureBook,
  known: ReadonlyMap<string, Thing>,
  waited: readonly SealedEntry[],
  entries: readonly SealedEntry[],
): Folded {
  const early = new Set(waited)
  const fold: Fold = { book, tally: tallyOf(), counted: [] }
  const things = new Map<string, Thing>()
  const waiting: SealedEntry[] = []
  const awaited: SealedEntry[] = []
  for (const [stream, story] of byStream([...waited, ...entries])) {
    const before = known.get(stream)
    const { thing, folded } = foldStory(fold, before, story)
    if (thing !== undefined && thing !== before) things.set(stream, thing)
    awaited.push(...folded.filter((entry) => early.has(entry)))
    waiting.push(...story.filter((entry) => entry.version > (thing?.version ?? 0) && !early.has(entry)))
  }
  return { things, waiting, awaited, deltas: fold.tally.list(), counted: fold.counted }
}

type Fold = { readonly book: FigureBook; readonly tally: Tally; readonly counted: Counted[] }

/** Folds as much of a thing's story as follows without a gap. */
function foldStory({ book, tally, counted }: Fold, before: Thing | undefined, story: readonly SealedEntry[]) {
  let thing = before
  const folded: SealedEntry[] = []
  for (const entry of story) {
    if (entry.version !== (thing?.version ?? 0) + 1) continue
    const after = next(book, thing, entry)
    countStanding(book, tally, entry, thing, after)
    counted.push(...countHappenings(book, tally, entry, thing?.facts ?? {}, after))
    thing = after
    folded.push(entry)
  }
  return { thing, folded }
}

/** The kind whose streams this one is of. */
export function kindOf(book: FigureBook, stream: string): (ThingKind & { readonly name: string }) | undefined {
  const found = Object.entries(book.things).find(([, { stream: prefix }]) => stream.startsWith(prefix))
  return found && { name: found[0], ...found[1] }
}

function next(book: FigureBook, thing: Thing | undefined, entry: SealedEntry): Thing {
  const kind = kindOf(book, entry.stream)
  if (kind === undefined) throw new Error(`${book.name} does not count ${entry.stream}`)
  const facts = kind.fold(thing?.facts ?? {}, entry)
  return { kind: kind.name, version: entry.version, facts, readers: entry.readers ? [...entry.readers] : null }
}

function byStream(entries: readonly SealedEntry[]): Map<string, SealedEntry[]> {
  const streams = new Map<string, SealedEntry[]>()
  for (const entry of entries) {
    const story = streams.get(entry.stream)
    if (story) story.push(entry)
    else streams.set(entry.stream, [entry])
  }
  for (const story of streams.values()) story.sort((a, b) => a.version - b.version)
  return streams
}

function countStanding(book: FigureBook, tally: Tally, entry: SealedEntry, before: Thing | undefined, after: Thing) {
  for (const indicator of book.indicators) {
    if (indicator.counts !== 'standing' || indicator.of !== after.kind) continue
    for (const [thing, sign] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (thing === undefined || !isAmong(indicator, thing.facts)) continue
      for (const cut of indicator.by) tally.add(indicator.id, cut, thing.facts, thing.readers, sign)
      for (const cut of indicator.traced ?? []) tally.addAt(entry, indicator.id, cut, thing.facts, thing.readers, sign)
    }
  }
}

function countHappenings(book: FigureBook, tally: Tally, entry: SealedEntry, before: Facts, after: Thing): Counted[] {
  return book.indicators.flatMap((indicator) => {
    if (indicator.counts !== 'happening') return []
    const facts = indicator.happens(entry, before, after.facts)
    if (facts === undefined) return []
    for (const cut of indicator.by) tally.addAt(entry, indicator.id, cut, facts, after.readers, 1)
    return [{ indicator: indicator.id, entry, facts }]
  })
}

function isAmong({ where }: Standing, facts: Facts): boolean {
  return Object.entries(where).every(([name, values]) => values.includes(facts[name] ?? null))
}

type Tally = ReturnType<typeof tallyOf>

function tallyOf() {
  const cells = new Map<string, Delta>()
  const move = (cell: Delta) => {
    const id = JSON.stringify([cell.indicator, cell.cut, cell.key, cell.readers, cell.grain, cell.period])
    const known = cells.get(id)
    if (known) known.value += cell.value
    else cells.set(id, cell)
  }
  const add = (indicator: string, cut: Cut, facts: Facts, readers: Thing['readers'], value: number) =>
    move({ indicator, cut: nameOfCut(cut), key: keyOf(cut, facts), readers, value })
  const addAt = (
    entry: SealedEntry,
    indicator: string,
    cut: Cut,
    facts: Facts,
    readers: Thing['readers'],
    value: number,
  ) => {
    const day = dateOf(entry.at.getTime())
    const cell = { indicator, cut: nameOfCut(cut), key: keyOf(cut, facts), readers, value }
    move({ ...cell, grain: 'day', period: day })
    move({ ...cell, grain: 'month', period: `${day.slice(0, 7)}-01` })
  }
  return { add, addAt, list: () => [...cells.values()].filter(({ value }) => value !== 0) }
}

function keyOf(cut: Cut, facts: Facts): string[] {
  return cut.map((name) => String(facts[name] ?? ''))
}
