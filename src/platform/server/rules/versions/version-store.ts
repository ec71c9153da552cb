import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { ProposalState } from '../domain/versions/proposal.ts'

/** A proposed version as it is kept; days are YYYY-MM-DD. */
export type VersionRow = {
  readonly model: string
  readonly version: number
  readonly state: ProposalState
  readonly name: string
  readonly english: string
  readonly summary: string | null
  readonly xml: string
  readonly effective_from: string
  readonly based_on: number
  readonly reason: string
  readonly tried: unknown
  readonly proposed_by: string
  readonly proposed_post: string
  readonly proposed_at: Date
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly decided_reason: string | null
  readonly entry_version: number
}

const columns = `model, version, state, name, english, summary, xml, to_char(effective_from, 'YYYY-MM-DD') as effective_from,
  based_on, reason, tried, proposed_by, proposed_post, proposed_at, decided_by, decided_at, decided_reason, entry_version`

/** Every version of a model that somebody proposed, or of all models; the newest first. */
export function listVersions(tx: Transaction, jurisdiction: string, model?: string): Promise<VersionRow[]> {
  return tx.prepared<VersionRow>(
    'rules.list-versions',
    `select ${columns} from rules.version where jurisdiction_id = $1 and ($2::text is null or model = $2)
     order by model, version desc`,
    [jurisdiction, model ?? null],
  )
}

/** The approved version of a model that holds on a day, if there is one. */
export async function findApproved(
  tx: Transaction,
  { jurisdiction, model, day }: { readonly jurisdiction: string; readonly model: string; readonly day: string },
): Promise<VersionRow | undefined> {
  const rows = await tx.prepared<VersionRow>(
    'rules.find-approved',
    `select ${columns} from rules.version
     where jurisdiction_id = $1 and model = $2 and state = 'approved' and effective_from <= $3::date
     order by effective_from desc, version desc limit 1`,
    [jurisdiction, model, day],
  )
  return rows[0]
}

/** Keeps a new proposal. */
export function insertVersion(jurisdiction: string, row: VersionRow): Statement {
  return {
    name: 'rules.insert-version',
    text: `insert into rules.version (jurisdiction_id, model, version, state, name, english, summary, xml, effective_from, based_on,
        reason, tried, proposed_by, proposed_post, proposed_at, entry_version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    values: [
      ...[
        jurisdiction,
        row.model,
        row.version,
        row.state,
        row.name,
        row.english,
        row.summary,
        row.xml,
        row.effective_from,
      ],
      ...[row.based_on, row.reason, row.tried === null ? null : JSON.stringify(row.tried), row.proposed_by],
      ...[row.proposed_post, row.proposed_at, row.entry_version],
    ],
  }
}

/** Keeps what was decided of a proposal; only while nobody else has decided it. */
export function decideVersion(jurisdiction: string, row: VersionRow): Statement {
  return {
    name: 'rules.decide-version',
    text: `update rules.version set state = $4, decided_by = $5, decided_at = $6, decided_reason = $7, entry_version = $8
      where jurisdiction_id = $1 and model = $2 and version = $3 and entry_version = $8 - 1`,
    values: [
      ...[jurisdiction, row.model, row.version, row.state, row.decided_by, row.decided_at, row.decided_reason],
      row.entry_version,
    ],
  }
}
