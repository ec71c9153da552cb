import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Grant } from './domain/grant.ts'

/** A grant of an operator, or the end of any. */
export type GrantRow = {
  readonly id: string
  readonly body: Grant | Record<string, never>
  readonly ended_at: Date | null
  readonly ended_reason: string | null
  readonly version: number
}

/** What operators have granted and ended. */
export function listGrantRows(tx: Transaction, jurisdiction: string): Promise<GrantRow[]> {
  return tx.prepared<GrantRow>(
    'data-hub.list-grants',
    'select id, body, ended_at, ended_reason, version from data_hub.grant_of_operator where jurisdiction_id = $1',
    [jurisdiction],
  )
}

/** Keeps a grant, or its end. */
export function saveGrant(jurisdiction: string, row: GrantRow): Statement {
  return {
    name: 'data-hub.save-grant',
    text: `insert into data_hub.grant_of_operator (jurisdiction_id, id, body, ended_at, ended_reason, version)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (jurisdiction_id, id) do update set ended_at = excluded.ended_at, ended_reason = excluded.ended_reason,
        version = excluded.version`,
    values: [jurisdiction, row.id, JSON.stringify(row.body), row.ended_at, row.ended_reason, row.version],
  }
}
