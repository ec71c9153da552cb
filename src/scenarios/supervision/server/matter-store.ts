import type { InstantPlace } from '#platform/kernel/instant-place.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** A matter as it is stored. */
export type MatterRow = {
  readonly id: string
  readonly title: string
  readonly content: string
  readonly source: 'meeting' | 'instruction'
  readonly source_title: string
  /** The ladder of its duties. */
  readonly urgency: string
  /** Somebody complained; who, is kept among personal values. */
  readonly has_complainant: boolean
  readonly lead_organisation: string
  readonly opener_organisation: string
  readonly opener_person: string
  readonly opener_post: string
  readonly opened_at: Date
  readonly due_at: Date
  /** As `duties@1`. */
  readonly duty_rule: string
  readonly withdrawn_at: Date | null
  readonly withdrawn_reason: string | null
  /** Organisations and posts that may know of it; null is all of the government. */
  readonly readers: readonly string[] | null
  readonly version: number
}

const columns = `m.id, m.title, m.content, m.source, m.source_title, m.urgency, m.has_complainant, m.lead_organisation,
  m.opener_organisation, m.opener_person, m.opener_post, m.opened_at, m.due_at, m.duty_rule, m.withdrawn_at,
  m.withdrawn_reason, m.readers, m.version`

/** The matters of these ids. */
export function listMatters(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<MatterRow[]> {
  return tx.prepared<MatterRow>(
    'supervision.list-matters',
    `select ${columns} from supervision.matter m where m.jurisdiction_id = $1 and m.id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
}

/** Which matters are listed: those that an organisation opened, or all where it is undefined; so many after a place. */
export type OpenedWanted = {
  readonly opener: string | undefined
  readonly after?: InstantPlace | undefined
  readonly limit: number
}

const beforeAll = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Matters, newest first. */
export function listOpened(
  tx: Transaction,
  jurisdiction: string,
  { opener, after, limit }: OpenedWanted,
): Promise<MatterRow[]> {
  const { at, id } = after ?? beforeAll
  return tx.prepared<MatterRow>(
    opener === undefined ? 'supervision.list-all-opened' : 'supervision.list-opened',
    `select ${columns} from supervision.matter m
      where m.jurisdiction_id = $1 and (m.opened_at, m.id) < ($2::timestamptz, $3::uuid)
        ${opener === undefined ? '' : 'and m.opener_organisation = $5'}
      order by m.opened_at desc, m.id desc limit $4`,
    [jurisdiction, at, id, limit, ...(opener === undefined ? [] : [opener])],
  )
}

/** How much there is, for the doctor. */
export async function countSupervision(tx: Transaction, jurisdiction: string): Promise<Record<string, number>> {
  const [row] = await tx.query<Record<string, number>>(
    `select (select count(*)::int from supervision.matter where jurisdiction_id = $1) as matters,
      (select count(*)::int from supervision.duty where jurisdiction_id = $1) as duties`,
    [jurisdiction],
  )
  return row ?? {}
}

/** Puts a matter on record. */
export function insertMatter(jurisdiction: string, row: MatterRow): Statement {
  return {
    name: 'supervision.insert-matter',
    text: `insert into supervision.matter (jurisdiction_id, id, title, content, source, source_title, urgency, has_complainant,
        lead_organisation, opener_organisation, opener_person, opener_post, opened_at, due_at, duty_rule, readers, version)
      select $1, s.id, s.title, s.content, s.source, s.source_title, s.urgency, s.has_complainant, s.lead_organisation,
        s.opener_organisation, s.opener_person, s.opener_post, s.opened_at, s.due_at, s.duty_rule, s.readers, s.version
      from jsonb_to_record($2::jsonb) as s(id uuid, title text, content text, source text, source_title text, urgency text,
        has_complainant boolean, lead_organisation text, opener_organisation text, opener_person uuid, opener_post text,
        opened_at timestamptz, due_at timestamptz, duty_rule text, readers text[], version int)`,
    values: [jurisdiction, JSON.stringify(row)],
  }
}

/** Lets a matter and its duties be read by more. */
export function widenMatter(jurisdiction: string, matter: string, readers: readonly string[]): Statement {
  return {
    name: 'supervision.widen-matter',
    text: `with duties as (update supervision.duty set readers = $3 where jurisdiction_id = $1 and matter_id = $2)
      update supervision.matter set readers = $3 where jurisdiction_id = $1 and id = $2`,
    values: [jurisdiction, matter, readers],
  }
}

/** Marks a matter as withdrawn. */
export function withdrawMatterRow(jurisdiction: string, row: MatterRow): Statement {
  return {
    name: 'supervision.withdraw-matter',
    text: `update supervision.matter set withdrawn_at = $3, withdrawn_reason = $4, version = $5
      where jurisdiction_id = $1 and id = $2`,
    values: [jurisdiction, row.id, row.withdrawn_at, row.withdrawn_reason, row.version],
  }
}
