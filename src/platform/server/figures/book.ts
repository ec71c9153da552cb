import type { SealedEntry } from '#platform/server/journal/index.ts'

/** A fact about a thing, as the record tells it. */
export type FactValue = string | number | boolean | null
export type Facts = Readonly<Record<string, FactValue>>

/** Words in Chinese and in English. */
export type Words = readonly [zh: string, en: string]

/** A kind of thing that is counted: its streams, and what an entry of such a stream changes in its facts. Pure. */
export type ThingKind = {
  /** The streams of such things begin with it: `plans.node/`. */
  readonly stream: string
  /** The facts after an entry; entries come in the order of their versions. */
  fold(facts: Facts, entry: SealedEntry): Facts
}

/** What a figure is cut by: names of facts, in order; an empty list is the whole. */
export type Cut = readonly string[]

type Described = {
  /** Stable: `nodes.open`. */
  readonly id: string
  readonly name: Words
  readonly unit: Words
  /** 口径: what is counted and how, for whoever reads the number. */
  readonly definition: Words
  readonly by: readonly Cut[]
}

/** How many things there are now whose facts are among those named. */
export type Standing = Described & {
  readonly counts: 'standing'
  readonly of: string
  /** Each fact named has one of the values. */
  readonly where: Readonly<Record<string, readonly FactValue[]>>
  /** The cuts whose change a day is kept too, so that their past can be told. */
  readonly traced?: readonly Cut[]
}

/** How often something happens; counted at the instant at which it took effect. */
export type Happening = Described & {
  readonly counts: 'happening'
  /** What an entry counts as: the facts that it is cut by and told with, nothing where it does not count. Pure. */
  happens(entry: SealedEntry, before: Facts, after: Facts): Facts | undefined
}

/** An indicator (指标). */
export type Indicator = Standing | Happening

/** Indicators that are kept together by one projection. */
export type FigureBook = {
  /** Also the projection's: `projects.figures`. */
  readonly name: string
  /** Raise it when the same entries would give other figures. */
  readonly version: number
  readonly things: Readonly<Record<string, ThingKind>>
  readonly indicators: readonly Indicator[]
}

/**
 * Declares a book of figures; throws where an indicator counts a kind that the book does not have, or two share an id.
 * @example
 * defineFigures({ name: 'projects.figures', version: 1, things: { node: { stream: 'plans.node/', fold } }, indicators: [
 *   { id: 'nodes.open', counts: 'standing', of: 'node', where: { state: ['running'] }, by: [[], ['lamp']], name, unit, definition }
 * ] })
 */
export function defineFigures(book: FigureBook): FigureBook {
  const ids = book.indicators.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`${book.name} has two indicators ${twice}`)
  const stray = book.indicators.find((one) => one.counts === 'standing' && !(one.of in book.things))
  if (stray !== undefined) throw new Error(`${book.name}: ${stray.id} counts a kind that is not there`)
  return book
}

/** An indicator of a book by its id. */
export function findIndicator(book: FigureBook, id: string): Indicator | undefined {
  return book.indicators.find((one) => one.id === id)
}

/** A cut's name in the tables. */
export function nameOfCut(cut: Cut): string {
  return cut.join(' ')
}
