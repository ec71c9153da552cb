import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { Clocks } from './clock.ts'
import { clockOf, joiningCtes, runningBy, runningColumns } from './clock-store.ts'
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

/** An obligation as the rules left it, with the clock that it runs by from now on. */
export type SavedObligation = { readonly row: ObligationRow; readonly clocks: Clocks | undefined }

/**
 * Writes obligations as the rules left them, and stops the clocks that were theirs alone. Fails where one has been changed since it was
 * read, or its clock has passed something.
 */
export function saveObligations(jurisdiction: string, saved: readonly SavedObligation[]): Statement {
  const stopped = saved.flatMap(({ row }) => row.clock_id ?? [])
  return {
    name: 'obligations.save',
    text: `with s as materialized (
        select * from jsonb_to_recordset($2::jsonb) as s(id uuid, state text, due_at timestamptz, debtor_organisation text, debtor_person uuid,
          paused_at timestamptz, level smallint, level_at timestamptz, holder_organisation text, changed_at timestamptz, version int,
          own_version int, clock_id uuid, climbs smallint, told uuid[], ladder text, ladder_version text, lead_organisation text,
          ${runningColumns})
      ), ${joiningCtes(7)}, saved as (
        update obligations.owed o set state = s.state, due_at = s.due_at, debtor_organisation = s.debtor_organisation,
          debtor_person = s.debtor_person, paused_at = s.paused_at, level = s.level, level_at = s.level_at,
          holder_organisation = s.holder_organisation, lead_organisation = s.lead_organisation, changed_at = s.changed_at, version = s.version, clock_id = ${clockOf}, told = s.told
        from s where o.jurisdiction_id = $1 and o.id = any($3::uuid[]) and o.id = s.id and o.version = s.own_version
          and o.clock_id is not distinct from s.clock_id
        returning o.id
      ), stopped as (
        delete from obligations.clock c using s
        where c.jurisdiction_id = $1 and c.id = any($4::uuid[]) and c.id = s.clock_id and not c.shared and c.climbs = s.climbs
        returning c.id
      ), left_behind as materialized (
        select c.id from s join obligations.clock c on c.id = s.clock_id
        where c.jurisdiction_id = $1 and c.id = any($4::uuid[]) and c.shared and c.climbs = s.climbs for share of c
      )
      select obligations.assert_all((select count(*) from saved), $5),
        obligations.assert_all((select count(*) from stopped) + (select count(*) from left_behind), $6)`,
    values: [
      jurisdiction,
      JSON.stringify(saved.map(({ row, clocks }) => ({ ...row, ...runningBy(clocks) }))),
      saved.map(({ row }) => row.id),
      stopped,
      saved.length,
      stopped.length,
      joinedBy(saved),
    ],
  }
}

/** Puts new obligations on record. */
export function insertObligations(jurisdiction: string, opened: readonly SavedObligation[]): Statement {
  return {
    name: 'obligations.insert',
    text: `with s as materialized (
        select * from jsonb_to_recordset($2::jsonb) as s(id uuid, kind text, subject text, title text, debtor_organisation text,
          debtor_person uuid, lead_organisation text, state text, opened_at timestamptz, due_at timestamptz, ladder text,
          ladder_version text, calendar_version text, level smallint, level_at timestamptz, holder_organisation text, paused_at timestamptz,
          changed_at timestamptz, readers text[], version int, ${runningColumns})
      ), ${joiningCtes(3)}
      insert into obligations.owed (jurisdiction_id, id, kind, subject, title, debtor_organisation, debtor_person,
        lead_organisation, state, opened_at, due_at, ladder, ladder_version, calendar_version, level, level_at,
        holder_organisation, paused_at, changed_at, clock_id, readers, version)
      select $1, s.id, s.kind, s.subject, s.title, s.debtor_organisation, s.debtor_person, s.lead_organisation, s.state,
        s.opened_at, s.due_at, s.ladder, s.ladder_version, s.calendar_version, s.level, s.level_at, s.holder_organisation, s.paused_at,
        s.changed_at, ${clockOf}, s.readers, s.version
      from s`,
    values: [
      jurisdiction,
      JSON.stringify(opened.map(({ row, clocks }) => ({ ...row, ...runningBy(clocks) }))),
      joinedBy(opened),
    ],
    together: { rows: opened, of: (rows) => insertObligations(jurisdiction, rows as readonly SavedObligation[]) },
  }
}

/** Lets obligations be read by more. */
export function widenObligations(jurisdiction: string, ids: readonly string[], readers: readonly string[]): Statement {
  return {
    name: 'obligations.widen',
    text: 'update obligations.owed set readers = $3 where jurisdiction_id = $1 and id = any($2::uuid[])',
    values: [jurisdiction, ids, readers],
  }
}

/** Locks open obligations that some units owe or lead and gives their ids; those that another sweep holds are passed over. */
export async function lockOfUnits(
  tx: Transaction,
  jurisdiction: string,
  units: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await tx.prepared<{ readonly id: string }>(
    'obligations.lock-of-units',
    `select o.id from obligations.owed o where o.jurisdiction_id = $1 and o.id in (
        (select id from obligations.owed
          where jurisdiction_id = $1 and debtor_organisation = any($2) and state in ('open', 'submitted') limit $3)
        union
        (select id from obligations.owed
          where jurisdiction_id = $1 and lead_organisation = any($2) and state in ('open', 'submitted') limit $3))
      order by o.id for update skip locked`,
    [jurisdiction, units, limit],
  )
  return rows.map(({ id }) => id)
}

function joinedBy(saved: readonly SavedObligation[]): string[] {
  return [...new Set(saved.flatMap(({ clocks }) => clocks?.joins?.id ?? []))]
}
