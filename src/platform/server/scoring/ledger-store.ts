import type { Transaction } from '#platform/server/database/index.ts'
import type { Known, Posted } from './domain/books.ts'
import type { Counted, Line, ScoreFact } from './domain/fact.ts'

/** A line as it is stored. */
export type LineRow = Omit<Line, 'at'> & { readonly at: Date }

/** The columns of a `LineRow`; `l` is the line. */
export const lineColumns = `l.id, l.subject_kind as "subjectKind", l.subject, l.unit, l.points, l.rule, l.rule_version as "ruleVersion",
  l.effect, l.entry, l.grounds, l.at, l.month, l.matter, l.thing, l.group_key as "group", l.reverses, l.readers`

/** What is on the books about groups and about entries that are taken back, and how many lines and facts there are. */
export async function readBooks(
  tx: Transaction,
  account: { readonly jurisdiction: string; readonly source: string },
  wanted: {
    readonly entries: readonly string[]
    readonly voids: readonly string[]
    readonly groups: readonly string[]
  },
): Promise<Known & { readonly places: { readonly lines: number; readonly counted: number } }> {
  const { jurisdiction, source } = account
  const counted = await tx.query<{ group: string; fact: ScoreFact }>(
    `select c.group_key as "group", c.fact from scoring.counted c
      where c.jurisdiction_id = $1 and c.source = $2 and (c.group_key = any($3) or c.group_key in (
        select v.group_key from scoring.counted v where v.jurisdiction_id = $1 and v.source = $2 and v.entry = any($4::uuid[])))
      order by c.place`,
    [jurisdiction, source, wanted.groups, wanted.voids],
  )
  const groups = [...new Set([...wanted.groups, ...counted.map(({ group }) => group)])]
  const [rows, voided, [places]] = await Promise.all([
    tx.query<LineRow>(
      `select ${lineColumns} from scoring.line l
        where l.jurisdiction_id = $1 and l.source = $2 and (l.entry = any($3::uuid[]) or l.group_key = any($4) and l.group_key <> '') order by l.place`,
      [jurisdiction, source, wanted.voids, groups],
    ),
    tx.query<{ entry: string }>(
      'select entry from scoring.voided where jurisdiction_id = $1 and source = $2 and entry = any($3::uuid[])',
      [jurisdiction, source, [...wanted.entries, ...counted.map(({ fact }) => fact.entry)]],
    ),
    tx.query<{ lines: number; counted: number }>(
      `select (select coalesce(max(place) + 1, 0) from scoring.line where jurisdiction_id = $1 and source = $2)::int as lines,
        (select coalesce(max(place) + 1, 0) from scoring.counted where jurisdiction_id = $1 and source = $2)::int as counted`,
      [jurisdiction, source],
    ),
  ])
  return {
    lines: rows.map((row) => ({ ...row, at: row.at.getTime() })),
    counted,
    voided: voided.map(({ entry }) => entry),
    places: places ?? { lines: 0, counted: 0 },
  }
}

/** Writes what was posted. */
export async function writeBooks(
  tx: Transaction,
  { jurisdiction, source }: { readonly jurisdiction: string; readonly source: string },
  posted: Posted,
  places: { readonly lines: number; readonly counted: number },
): Promise<void> {
  const lines = posted.lines.map((line, index) => ({ ...line, at: new Date(line.at), place: places.lines + index }))
  const counted = posted.counted.map((one: Counted, index) => ({ ...one, place: places.counted + index }))
  await Promise.all([
    tx.query(
      `insert into scoring.line (jurisdiction_id, source, id, subject_kind, subject, unit, points, rule, rule_version, effect,
          entry, grounds, at, month, matter, thing, group_key, reverses, readers, place)
        select $1, $2, s.id, s."subjectKind", s.subject, s.unit, s.points, s.rule, s."ruleVersion", s.effect, s.entry, s.grounds,
          s.at, s.month, s.matter, s.thing, s."group", s.reverses, s.readers, s.place
        from jsonb_to_recordset($3::jsonb) as s(id uuid, "subjectKind" text, subject text, unit text, points int, rule text,
          "ruleVersion" text, effect text, entry uuid, grounds uuid[], at timestamptz, month text, matter text, thing text,
          "group" text, reverses uuid, readers text[], place int)`,
      [jurisdiction, source, JSON.stringify(lines)],
    ),
    tx.query(
      `insert into scoring.counted (jurisdiction_id, source, group_key, entry, fact, place)
        select $1, $2, s."group", (s.fact ->> 'entry')::uuid, s.fact, s.place
        from jsonb_to_recordset($3::jsonb) as s("group" text, fact jsonb, place int)`,
      [jurisdiction, source, JSON.stringify(counted)],
    ),
    tx.query('insert into scoring.voided (jurisdiction_id, source, entry) select $1, $2, unnest($3::uuid[])', [
      jurisdiction,
      source,
      posted.voided,
    ]),
  ])
}

/** Empties the books of a source in the jurisdiction of the transaction. */
export async function clearBooks(tx: Transaction, source: string): Promise<void> {
  await Promise.all(
    ['line', 'counted', 'voided'].map((table) =>
      tx.query(`delete from scoring.${table} where jurisdiction_id = access.jurisdiction() and source = $1`, [source]),
    ),
  )
}
