import { permits } from '#platform/kernel/actor.ts'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { ok, type Result } from '#platform/kernel/result.ts'
import type { CommandCall, Decision, Statement } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  findObligation,
  type Owed,
  onRecord,
  openObligation,
  recordOwed,
  rulesOfObligation,
} from '#platform/server/obligations/index.ts'
import type { HardCase, HardCaseState } from '../../../domain/hard-case/hard-case.ts'
import { findHardCase, type HardCaseRow, insertHardCase, saveHardCase, type TeamRow } from '../../hard-case-store.ts'

/** What a command on a hard case answers. */
export type CaseAnswer = {
  readonly case: string
  readonly state: HardCaseState
  readonly version: number
  readonly entry: string
}

/** The kind of the obligation that the leader of a team has. */
export const hardCaseObligation = 'hard-case'
const ladder = 'standard'

/** The stream of a hard case's story. */
export function hardCaseStream(id: string): string {
  return `projects.hard-case/${id}`
}

/** The case of a command with its teams; refuses one that is not there. */
export async function getHardCase(tx: Transaction, call: CommandCall, id: string) {
  return (await findHardCase(tx, call.actor.jurisdiction, id)) ?? refused('record.unknown')
}

/** Refuses a post that does not publish for the case's unit. */
export function assertPublishes(call: CommandCall, row: Pick<HardCaseRow, 'organisation'>): void {
  const organisation = row.organisation as OrganisationId
  if (!permits(call.actor, 'projects.hard-case.publish', { organisation }))
    refused('permission.reach', { permission: 'projects.hard-case.publish' })
}

/** What the leader of the team owes, opened now. */
export function oweCase(call: CommandCall, rules: CountyRules, row: HardCaseRow, team: TeamRow): Owed {
  const { id, version } = rules.ladder(ladder)
  const opening = {
    ...{ kind: hardCaseObligation, subject: hardCaseStream(row.id), title: `攻坚：${row.title}` },
    debtor: { organisation: team.organisation, person: team.person_id },
    ...{ lead: row.organisation, dueAt: row.deadline.getTime(), readers: null },
  }
  return openObligation(rulesOfObligation(rules, { ladder: id, ladder_version: version }), opening, call.now.getTime())
}

/** What the leader of the team owes already. */
export async function findOwedCase(tx: Transaction, call: CommandCall, id: string): Promise<Owed | undefined> {
  const wanted = { subject: hardCaseStream(id), kind: hardCaseObligation }
  const row = await findObligation(tx, call.actor.jurisdiction, wanted)
  return row && onRecord(row)
}

type Deed = {
  readonly kind: `projects.hard-case.${string}`
  readonly payload: JsonObject
  readonly after: HardCaseRow
  readonly owed?: Owed | undefined
  readonly writes?: readonly Statement[]
}

/** The decision that puts a deed on record: the case, its entry, and what is owed for it. */
export function decideCase(call: CommandCall, rules: CountyRules, deed: Deed): Result<Decision<CaseAnswer>> {
  const { jurisdiction } = call.actor
  const { after, kind, payload } = deed
  const recorded = { jurisdiction, actor: call.actor, recordedAt: call.now }
  const owed = recordOwed(recorded, (row) => rulesOfObligation(rules, row), deed.owed ? [deed.owed] : [])
  const entry = {
    ...{ id: newEntryId(), stream: hardCaseStream(after.id), version: after.version, kind, payload },
    ...recorded,
  }
  const save = after.version === 1 ? insertHardCase(jurisdiction, after) : saveHardCase(jurisdiction, after)
  return ok({
    answer: { case: after.id, state: after.state, version: after.version, entry: entry.id },
    entries: [entry, ...owed.entries],
    writes: [save, ...(deed.writes ?? []), ...owed.writes],
  })
}

/** A stored case after a rule. */
export function rowAfter(row: HardCaseRow, after: HardCase, more: Partial<HardCaseRow> = {}): HardCaseRow {
  return { ...row, state: after.state, team_id: after.team, version: after.version, ...more }
}
