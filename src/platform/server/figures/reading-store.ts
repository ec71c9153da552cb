import type { Transaction } from '#platform/server/database/index.ts'
import { type Cut, type Facts, nameOfCut, type Standing } from './book.ts'
import type { Place } from './figures-store.ts'

/** One cut of one indicator. */
export type Wanted = { readonly indicator: string; readonly cut: Cut }

/** A cell of a rollup that the transaction may see. */
export type Cell = {
  readonly indicator: string
  /** The names of the facts, joined with a space. */
  readonly cut: string
  readonly key: readonly string[]
  readonly value: number
}

/** What stands now, of several indicators and cuts in one question. */
export function readStanding(tx: Transaction, place: Place, wanted: readonly Wanted[]): Promise<Cell[]> {
  return tx.prepared<Cell>(
    'figures.read-standing',
    `select s.indicator, s.cut, s.key, sum(s.value)::float8 as value
      from unnest($3::text[], $4::text[]) as w(indicator, cut)
      join figures.standing s on s.jurisdiction_id = $1 and s.book = $2 and s.indicator = w.indicator and s.cut = w.cut
      group by s.indicator, s.cut, s.key having sum(s.value) <> 0`,
    [place.jurisdiction, place.book, ...namesOf(wanted)],
  )
}

/** The largest of what stands now; of a cut whose keys belong to one thing each. */
export function readTop(tx: Transaction, place: Place, wanted: Wanted, limit: number): Promise<Cell[]> {
  return tx.prepared<Cell>(
    'figures.read-top',
    `select indicator, cut, key, value::float8 as value from figures.standing
      where jurisdiction_id = $1 and book = $2 and indicator = $3 and cut = $4 and value > 0
      order by value desc, key limit $5`,
    [place.jurisdiction, place.book, wanted.indicator, nameOfCut(wanted.cut), limit],
  )
}

/** How many different keys stand in a cut now: people at work, units concerned. */
export async function countKeys(tx: Transaction, place: Place, wanted: Wanted): Promise<number> {
  const [row] = await tx.prepared<{ keys: number }>(
    'figures.count-keys',
    `select ((select coalesce(sum(value), 0) from figures.standing
        where jurisdiction_id = $1 and book = $2 and indicator = $3 and cut = $4 || '#')
      + (select count(distinct s.key) from figures.standing s
        where s.jurisdiction_id = $1 and s.book = $2 and s.indicator = $3 and s.cut = $4 and s.label <> '' and s.value > 0
          and not exists (select from figures.standing o where o.jurisdiction_id = $1 and o.book = $2 and o.indicator = $3
            and o.cut = $4 and o.key = s.key and o.label = '' and o.value > 0)))::int as keys`,
    [place.jurisdiction, place.book, wanted.indicator, nameOfCut(wanted.cut)],
  )
  return row?.keys ?? 0
}

/** A stretch of days or months, both ends in it, `YYYY-MM-DD`. */
export type Stretch = { readonly grain: 'day' | 'month'; readonly from: string; readonly to: string }

/** What happened in each period of a stretch, of several indicators and cuts in one question. */
export function readBuckets(
  tx: Transaction,
  place: Place,
  wanted: readonly Wanted[],
  { grain, from, to }: Stretch,
): Promise<(Cell & { readonly period: string })[]> {
  return tx.prepared<Cell & { readonly period: string }>(
    'figures.read-buckets',
    `select b.indicator, b.cut, b.period::text, b.key, sum(b.value)::float8 as value
      from unnest($3::text[], $4::text[]) as w(indicator, cut)
      join figures.bucket b on b.jurisdiction_id = $1 and b.book = $2 and b.indicator = w.indicator and b.cut = w.cut
        and b.grain = $5 and b.period between $6::date and $7::date
      group by b.indicator, b.cut, b.period, b.key having sum(b.value) <> 0 order by b.period`,
    [place.jurisdiction, place.book, ...namesOf(wanted), grain, from, to],
  )
}

/** A thing or an event under a figure. */
export type FigureRecord = {
  readonly stream: string
  readonly indicator: string
  /** When it happened; null for what stands. */
  readonly at: Date | null
  readonly entry: string | null
  readonly facts: Facts
}

/** Which records: those with these facts, of an indicator of what happens also those within instants. */
export type RecordFilter = {
  readonly facts: Readonly<Record<string, string>>
  /** Facts that come before these values; only of what stands. */
  readonly below?: Readonly<Record<string, string>>
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  readonly offset: number
  readonly limit: number
}

/** The things under a standing figure. */
export function listThings(tx: Transaction, place: Place, standing: Standing, filter: RecordFilter) {
  return tx.prepared<FigureRecord>(
    'figures.list-things',
    `select t.stream, $6::text as indicator, null::timestamptz as at, null::uuid as entry, t.facts from figures.thing t
      where t.jurisdiction_id = $1 and t.book = $2 and t.kind = $3
        and not exists (select from jsonb_each($4::jsonb) w where not w.value @> coalesce(t.facts -> w.key, 'null'))
        and not exists (select from jsonb_each_text($5::jsonb) w where coalesce(t.facts ->> w.key, '') <> w.value)
        and not exists (select from jsonb_each_text($9::jsonb) w where not coalesce(t.facts ->> w.key < w.value, false))
      order by t.facts ->> 'due', t.stream offset $7 limit $8`,
    [
      ...[place.jurisdiction, place.book, standing.of, JSON.stringify(standing.where), JSON.stringify(filter.facts)],
      ...[standing.id, filter.offset, filter.limit, JSON.stringify(filter.below ?? {})],
    ],
  )
}

/** The events under a figure of what happens, newest first. */
export function listHappenings(tx: Transaction, place: Place, indicator: string, filter: RecordFilter) {
  return tx.prepared<FigureRecord>(
    'figures.list-happenings',
    `select stream, indicator, at, entry_id as entry, facts from figures.happening h
      where jurisdiction_id = $1 and book = $2 and indicator = $3 and at >= $4 and at < $5
        and not exists (select from jsonb_each_text($6::jsonb) w where coalesce(h.facts ->> w.key, '') <> w.value)
      order by at desc, position desc offset $7 limit $8`,
    [
      ...[place.jurisdiction, place.book, indicator, filter.from ?? '-infinity', filter.to ?? 'infinity'],
      ...[JSON.stringify(filter.facts), filter.offset, filter.limit],
    ],
  )
}

/** The latest events of several indicators, newest first. */
export function listLatest(
  tx: Transaction,
  place: Place,
  indicators: readonly string[],
  until: Date,
  limit: number,
): Promise<FigureRecord[]> {
  return tx.prepared<FigureRecord>(
    'figures.list-latest',
    `select stream, indicator, at, entry_id as entry, facts from figures.happening
      where jurisdiction_id = $1 and book = $2 and indicator = any($3) and at <= $4
      order by at desc, position desc limit $5`,
    [place.jurisdiction, place.book, indicators, until, limit],
  )
}

/** The facts of things by stream, those that the transaction may see. */
export async function readFacts(
  tx: Transaction,
  place: Place,
  streams: readonly string[],
): Promise<ReadonlyMap<string, Facts>> {
  const rows = await tx.prepared<{ stream: string; facts: Facts }>(
    'figures.read-facts',
    'select stream, facts from figures.thing where jurisdiction_id = $1 and book = $2 and stream = any($3)',
    [place.jurisdiction, place.book, streams],
  )
  return new Map(rows.map(({ stream, facts }) => [stream, facts]))
}

function namesOf(wanted: readonly Wanted[]): [string[], string[]] {
  return [wanted.map(({ indicator }) => indicator), wanted.map(({ cut }) => nameOfCut(cut))]
}

/** How far the record has been counted: the position of the first entry that has not. */
export async function readProgress(tx: Transaction, place: Place): Promise<number> {
  const [row] = await tx.prepared<{ position: number }>(
    'figures.read-progress',
    'select position::float8 as position from journal.projection where jurisdiction_id = $1 and name = $2',
    [place.jurisdiction, place.book],
  )
  return row?.position ?? 0
}
