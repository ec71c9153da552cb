import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Obligation } from './domain/obligation.ts'
import { type ObligationRow, obligationColumns } from './obligation-row.ts'

/** The obligation of a kind about a thing. */
export async function findObligation(
  tx: Transaction,
  jurisdiction: string,
  about: { readonly subject: string; readonly kind: string },
): Promise<ObligationRow | undefined> {
  const [row] = await tx.prepared<ObligationRow>(
    'obligations.find',
    `select ${obligationColumns} from obligations.obligation o where o.jurisdiction_id = $1 and o.subject = $2 and o.kind = $3`,
    [jurisdiction, about.subject, about.kind],
  )
  return row
}

/** The obligations of a kind about many things. */
export function listObligations(
  tx: Transaction,
  jurisdiction: string,
  about: { readonly subjects: readonly string[]; readonly kind: string },
): Promise<ObligationRow[]> {
  return tx.prepared<ObligationRow>(
    'obligations.list',
    `select ${obligationColumns} from obligations.obligation o
      where o.jurisdiction_id = $1 and o.subject = any($2) and o.kind = $3`,
    [jurisdiction, about.subjects, about.kind],
  )
}

/** Late obligations that stand on a rung held by an organisation, or that it leads; latest climbed first, at most `limit`. */
export function listHeld(
  tx: Transaction,
  jurisdiction: string,
  organisation: string,
  limit: number,
): Promise<ObligationRow[]> {
  return tx.prepared<ObligationRow>(
    'obligations.list-held',
    `select ${obligationColumns} from obligations.obligation o
      where o.jurisdiction_id = $1 and o.holder_organisation = $2 and o.level > 0 and o.state in ('open', 'submitted')
      order by o.level_at desc limit $3`,
    [jurisdiction, organisation, limit],
  )
}

/** Locks obligations that time will have changed by `now`, earliest first; those that another sweep holds are passed over. */
export function lockDue(tx: Transaction, jurisdiction: string, now: Date, limit: number): Promise<ObligationRow[]> {
  return tx.prepared<ObligationRow>(
    'obligations.lock-due',
    `select ${obligationColumns} from obligations.obligation o where o.jurisdiction_id = $1 and o.next_due_at <= $2
      order by o.next_due_at limit $3 for update skip locked`,
    [jurisdiction, now, limit],
  )
}

/** An obligation after a rule, with what the rules do not hold themselves. */
export type SavedObligation = {
  readonly obligation: Obligation
  readonly nextDueAt: Instant | undefined
  readonly holder: string | null
}

/** Writes obligations as the rules left them. */
export function saveObligations(jurisdiction: string, saved: readonly SavedObligation[]): Statement {
  return {
    name: 'obligations.save',
    text: `update obligations.obligation o set state = s.state, due_at = s.due_at,
        debtor_organisation = s.debtor_organisation, debtor_person = s.debtor_person, paused_at = s.paused_at, level = s.level, level_at = s.level_at,
        holder_organisation = s.holder, changed_at = s.changed_at, next_due_at = s.next_due_at, version = s.version
      from jsonb_to_recordset($2::jsonb) as s(id uuid, state text, due_at timestamptz, debtor_organisation text, debtor_person uuid,
        paused_at timestamptz, level smallint, level_at timestamptz, holder text, changed_at timestamptz, next_due_at timestamptz, version int)
      where o.jurisdiction_id = $1 and o.id = any($3::uuid[]) and o.id = s.id`,
    values: [jurisdiction, JSON.stringify(saved.map(recordOf)), saved.map(({ obligation }) => obligation.id)],
  }
}

/** Puts new obligations on record. */
export function insertObligations(
  jurisdiction: string,
  rows: readonly (ObligationRow & { readonly next_due_at: Date | null })[],
): Statement {
  return {
    name: 'obligations.insert',
    text: `insert into obligations.obligation (jurisdiction_id, id, kind, subject, title, debtor_organisation, debtor_person,
        lead_organisation, state, opened_at, due_at, ladder, ladder_version, calendar_version, level, level_at,
        holder_organisation, changed_at, next_due_at, readers, version)
      select $1, s.id, s.kind, s.subject, s.title, s.debtor_organisation, s.debtor_person, s.lead_organisation, s.state,
        s.opened_at, s.due_at, s.ladder, s.ladder_version, s.calendar_version, s.level, s.level_at, s.holder_organisation,
        s.changed_at, s.next_due_at, s.readers, s.version
      from jsonb_to_recordset($2::jsonb) as s(id uuid, kind text, subject text, title text, debtor_organisation text,
        debtor_person uuid, lead_organisation text, state text, opened_at timestamptz, due_at timestamptz, ladder text,
        ladder_version text, calendar_version text, level smallint, level_at timestamptz, holder_organisation text,
        changed_at timestamptz, next_due_at timestamptz, readers text[], version int)`,
    values: [jurisdiction, JSON.stringify(rows)],
  }
}

/** Lets obligations be read by more. */
export function widenObligations(jurisdiction: string, ids: readonly string[], readers: readonly string[]): Statement {
  return {
    name: 'obligations.widen',
    text: 'update obligations.obligation set readers = $3 where jurisdiction_id = $1 and id = any($2::uuid[])',
    values: [jurisdiction, ids, readers],
  }
}

function recordOf({ obligation, nextDueAt, holder }: SavedObligation) {
  return {
    id: obligation.id,
    state: obligation.state,
    due_at: new Date(obligation.dueAt),
    debtor_organisation: obligation.debtor.organisation,
    debtor_person: obligation.debtor.person,
    paused_at: obligation.pausedAt === null ? null : new Date(obligation.pausedAt),
    level: obligation.level,
    level_at: obligation.levelAt === null ? null : new Date(obligation.levelAt),
    holder,
    changed_at: new Date(obligation.changedAt),
    next_due_at: nextDueAt === undefined ? null : new Date(nextDueAt),
    version: obligation.version,
  }
}
