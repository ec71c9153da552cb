import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type ObligationRow, obligationColumns } from '#platform/server/obligations/index.ts'

/** A duty as it is stored. */
export type DutyRow = {
  readonly id: string
  readonly matter_id: string
  readonly obligation_id: string
  readonly part: 'lead' | 'part'
  readonly acceptor: string
  readonly acknowledge_by: Date
  readonly acknowledged_at: Date | null
  readonly acknowledged_by: string | null
  readonly unacknowledged_at: Date | null
  readonly reminders: number
  readonly reminded_at: Date | null
  readonly extensions: number
  readonly version: number
}

/** A duty with its obligation: what is decided about one is decided about both. */
export type OwedDuty = { readonly duty: DutyRow; readonly obligation: ObligationRow }

const columns = `d.id as duty, d.matter_id, d.obligation_id, d.part, d.acceptor, d.acknowledge_by, d.acknowledged_at,
  d.acknowledged_by, d.unacknowledged_at, d.reminders, d.reminded_at, d.extensions, d.version as duty_version`

const joined = `from supervision.duty d
  join obligations.obligation o on o.jurisdiction_id = d.jurisdiction_id and o.id = d.obligation_id`

type JoinedRow = ObligationRow &
  Omit<DutyRow, 'id' | 'version'> & { readonly duty: string; readonly duty_version: number }

/** The duties of these ids; a row's version is read with its facts. */
export async function listDuties(tx: Transaction, jurisdiction: string, ids: readonly string[]): Promise<OwedDuty[]> {
  const rows = await tx.prepared<JoinedRow>(
    'supervision.list-duties',
    `select ${obligationColumns}, ${columns} ${joined} where d.jurisdiction_id = $1 and d.id = any($2::uuid[])`,
    [jurisdiction, ids],
  )
  return rows.map(owedDuty)
}

/** The duties of a matter, the lead's first. */
export function listMatterDuties(tx: Transaction, jurisdiction: string, matter: string): Promise<OwedDuty[]> {
  return listDutiesOf(tx, jurisdiction, [matter])
}

/** The duties of matters, those of each together, the lead's first. */
export async function listDutiesOf(
  tx: Transaction,
  jurisdiction: string,
  matters: readonly string[],
): Promise<OwedDuty[]> {
  const rows = await tx.prepared<JoinedRow>(
    'supervision.list-duties-of',
    `select ${obligationColumns}, ${columns} ${joined} where d.jurisdiction_id = $1 and d.matter_id = any($2::uuid[])
      order by d.matter_id, d.part, o.due_at, d.id`,
    [jurisdiction, matters],
  )
  return rows.map(owedDuty)
}

/** Where a duty stands among those that wait to be accepted. */
export type WaitingPlace = { readonly since: Date; readonly duty: string }

const waiting = `where d.jurisdiction_id = $1 and d.acceptor = any($2) and o.state = 'submitted'`

/** Duties whose answer waits for one of these units to take it, longest waiting first, from a place on. */
export async function listToAccept(
  tx: Transaction,
  jurisdiction: string,
  wanted: { readonly units: readonly string[]; readonly after?: WaitingPlace | undefined; readonly limit: number },
): Promise<OwedDuty[]> {
  const { units, after, limit } = wanted
  const rows = await tx.prepared<JoinedRow>(
    'supervision.list-to-accept',
    `select ${obligationColumns}, ${columns} ${joined} ${waiting}
        and ($4::timestamptz is null or (o.changed_at, d.id) > ($4, $5::uuid))
      order by o.changed_at, d.id limit $3`,
    [jurisdiction, units, limit, after?.since ?? null, after?.duty ?? null],
  )
  return rows.map(owedDuty)
}

/** How many wait so. */
export async function countToAccept(tx: Transaction, jurisdiction: string, units: readonly string[]): Promise<number> {
  const [row] = await tx.prepared<{ readonly count: number }>(
    'supervision.count-to-accept',
    `select count(*)::int as count ${joined} ${waiting}`,
    [jurisdiction, units],
  )
  return row?.count ?? 0
}

/** Locks duties whose time to acknowledge has run out, earliest first; those that another sweep holds are passed over. */
export async function lockUnacknowledged(
  tx: Transaction,
  jurisdiction: string,
  now: Date,
  limit: number,
): Promise<OwedDuty[]> {
  const rows = await tx.prepared<JoinedRow>(
    'supervision.lock-unacknowledged',
    `select ${obligationColumns}, ${columns} ${joined}
      where d.jurisdiction_id = $1 and d.acknowledge_by < $2 and d.acknowledged_at is null and d.unacknowledged_at is null
        and o.state <> 'withdrawn'
      order by d.acknowledge_by limit $3 for update of d skip locked`,
    [jurisdiction, now, limit],
  )
  return rows.map(owedDuty)
}

/** Puts new duties on record, to be read by those of their matter. */
export function insertDuties(
  jurisdiction: string,
  rows: readonly DutyRow[],
  readers: readonly string[] | null,
): Statement {
  return {
    name: 'supervision.insert-duties',
    text: `insert into supervision.duty (jurisdiction_id, id, matter_id, obligation_id, part, acceptor, acknowledge_by, version,
        readers)
      select $1, s.id, s.matter_id, s.obligation_id, s.part, s.acceptor, s.acknowledge_by, s.version, $3::text[]
      from jsonb_to_recordset($2::jsonb) as s(id uuid, matter_id uuid, obligation_id uuid, part text, acceptor text,
        acknowledge_by timestamptz, version int)`,
    values: [jurisdiction, JSON.stringify(rows), readers],
  }
}

/** Writes duties as a command left them. */
export function saveDuties(jurisdiction: string, rows: readonly DutyRow[]): Statement {
  return {
    name: 'supervision.save-duties',
    text: `update supervision.duty d set acknowledge_by = s.acknowledge_by, acknowledged_at = s.acknowledged_at, acknowledged_by = s.acknowledged_by,
        unacknowledged_at = s.unacknowledged_at, reminders = s.reminders, reminded_at = s.reminded_at,
        extensions = s.extensions, version = s.version
      from jsonb_to_recordset($2::jsonb) as s(id uuid, acknowledge_by timestamptz, acknowledged_at timestamptz, acknowledged_by uuid,
        unacknowledged_at timestamptz, reminders smallint, reminded_at timestamptz, extensions smallint, version int)
      where d.jurisdiction_id = $1 and d.id = s.id`,
    values: [jurisdiction, JSON.stringify(rows)],
  }
}

function owedDuty(row: JoinedRow): OwedDuty {
  const { duty, duty_version, matter_id, obligation_id, part, acceptor, ...rest } = row
  const {
    acknowledge_by,
    acknowledged_at,
    acknowledged_by,
    unacknowledged_at,
    reminders,
    reminded_at,
    extensions,
    ...o
  } = rest
  return {
    duty: {
      ...{ id: duty, matter_id, obligation_id, part, acceptor, acknowledge_by, acknowledged_at, acknowledged_by },
      ...{ unacknowledged_at, reminders, reminded_at, extensions, version: duty_version },
    },
    obligation: o,
  }
}
