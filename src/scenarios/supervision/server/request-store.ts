import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** What a unit may ask about its duty. */
export type RequestKind = 'extension' | 'dispute' | 'appeal'

/** A request as it is stored. */
export type RequestRow = {
  readonly id: string
  readonly duty_id: string
  readonly obligation_id: string
  readonly kind: RequestKind
  readonly reason: string
  readonly until: Date | null
  readonly level: number | null
  readonly decider: string
  readonly asked_organisation: string
  readonly asked_person: string
  readonly asked_post: string
  readonly asked_at: Date
  readonly state: 'open' | 'granted' | 'refused' | 'withdrawn'
  readonly answer: string | null
  readonly decided_at: Date | null
  readonly version: number
}

const columns = `r.id, r.duty_id, r.obligation_id, r.kind, r.reason, r.until, r.level, r.decider, r.asked_organisation,
  r.asked_person, r.asked_post, r.asked_at, r.state, r.answer, r.decided_at, r.version`

/** One request. */
export async function findRequest(tx: Transaction, jurisdiction: string, id: string): Promise<RequestRow | undefined> {
  const [row] = await tx.prepared<RequestRow>(
    'supervision.find-request',
    `select ${columns} from supervision.request r where r.jurisdiction_id = $1 and r.id = $2`,
    [jurisdiction, id],
  )
  return row
}

/** What was asked about some duties, newest first. */
export function listRequests(tx: Transaction, jurisdiction: string, duties: readonly string[]): Promise<RequestRow[]> {
  return tx.prepared<RequestRow>(
    'supervision.list-requests',
    `select ${columns} from supervision.request r where r.jurisdiction_id = $1 and r.duty_id = any($2::uuid[])
      order by r.asked_at desc, r.id desc`,
    [jurisdiction, duties],
  )
}

/** Puts a request on record. */
export function insertRequest(jurisdiction: string, row: RequestRow): Statement {
  return {
    name: 'supervision.insert-request',
    text: `insert into supervision.request (jurisdiction_id, id, duty_id, obligation_id, kind, reason, until, level, decider,
        asked_organisation, asked_person, asked_post, asked_at, state, version)
      select $1, s.id, s.duty_id, s.obligation_id, s.kind, s.reason, s.until, s.level, s.decider, s.asked_organisation,
        s.asked_person, s.asked_post, s.asked_at, s.state, s.version
      from jsonb_to_record($2::jsonb) as s(id uuid, duty_id uuid, obligation_id uuid, kind text, reason text,
        until timestamptz, level smallint, decider text, asked_organisation text, asked_person uuid, asked_post text,
        asked_at timestamptz, state text, version int)`,
    values: [jurisdiction, JSON.stringify(row)],
  }
}

/** Writes how requests ended. */
export function closeRequests(jurisdiction: string, rows: readonly RequestRow[]): Statement {
  return {
    name: 'supervision.close-requests',
    text: `update supervision.request r set state = s.state, answer = s.answer, decided_at = s.decided_at, version = s.version
      from jsonb_to_recordset($2::jsonb) as s(id uuid, state text, answer text, decided_at timestamptz, version int)
      where r.jurisdiction_id = $1 and r.id = s.id`,
    values: [jurisdiction, JSON.stringify(rows)],
  }
}
