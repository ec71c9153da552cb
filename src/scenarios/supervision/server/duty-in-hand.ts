import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import { hideName } from '#platform/kernel/mask.ts'
import { ok, type Result } from '#platform/kernel/result.ts'
import type { CommandCall, Decision, Statement } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listFiles } from '#platform/server/files/index.ts'
import { refused } from '#platform/server/http/index.ts'
import { type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import { type Owed, recordOwed, rulesOfObligation } from '#platform/server/obligations/index.ts'
import { listPersonal } from '#platform/server/personal/index.ts'
import type { Duty, DutyRules } from '../domain/duty.ts'
import { passAcknowledgement } from './acknowledgement.ts'
import { type DutyRow, listDuties, type OwedDuty, saveDuties } from './duty-store.ts'
import { listMatters, type MatterRow } from './matter-store.ts'
import { mayReadDuty } from './reach.ts'
import { labelOf } from './readers.ts'
import { dutyStream, matterStream } from './streams.ts'

/** A duty with its matter, as a command takes it up. */
export type DutyInHand = OwedDuty & { readonly matter: MatterRow; readonly hide: Hide }

/** Takes the complainant's name out of what somebody wrote, before it is recorded. */
export type Hide = (text: string) => string

/** What a command on a duty answers. */
export type Acknowledged = { readonly duty: string; readonly version: number; readonly entry: string }

/** The duty of a command; one that the post may not read is refused as one that is not there. */
export async function getDuty(tx: Transaction, call: CommandCall, id: string): Promise<DutyInHand> {
  const [owed] = await listDuties(tx, call.actor.jurisdiction, [id])
  if (owed === undefined) refused('record.unknown')
  const [matter] = await listMatters(tx, call.actor.jurisdiction, [owed.duty.matter_id])
  if (matter === undefined || !mayReadDuty(call.actor, owed, matter)) refused('record.unknown')
  return { ...owed, matter, hide: await hideComplainant(tx, call, matter) }
}

/** What hides a matter's complainant in texts; without one it leaves them as they are. */
export async function hideComplainant(tx: Transaction, { actor }: CommandCall, matter: MatterRow): Promise<Hide> {
  if (!matter.has_complainant) return (text) => text
  const [kept] = await listPersonal(tx, actor.jurisdiction, [matterStream(matter.id)])
  return (text) => hideName(text, kept?.value ?? null)
}

/** The duty as its rules see it. */
export function dutyOf({ duty, obligation }: OwedDuty): Duty {
  return {
    part: duty.part,
    state: obligation.state,
    openedAt: obligation.opened_at.getTime(),
    dueAt: obligation.due_at.getTime(),
    level: obligation.level,
    extensions: duty.extensions,
    reminders: duty.reminders,
    remindedAt: duty.reminded_at?.getTime() ?? null,
  }
}

/** The limits that a matter was opened under. */
export function dutyRulesOf(rules: CountyRules, matter: MatterRow): DutyRules & { readonly offices: string } {
  const rule = rules.dutyRule(matter.opened_at.getTime(), matter.duty_rule)
  return { calendar: rules.calendar, limits: rule, offices: rule.offices }
}

/** What a command decided about one duty. */
export type DutyDecision = {
  readonly kind: string
  readonly payload: JsonObject
  readonly change?: Partial<DutyRow>
  /** Obligations that it touches: the duty's own, those of requests. */
  readonly owed?: readonly Owed[]
  readonly entries?: readonly NewEntry[]
  readonly writes?: readonly Statement[]
}

/** The decision that puts it on record: one entry in the duty's story, and all that goes with it. */
export function decideDuty(
  call: CommandCall,
  rules: CountyRules,
  inHand: DutyInHand,
  decided: DutyDecision,
): Result<Decision<Acknowledged>> {
  const { jurisdiction } = call.actor
  const passed = passAcknowledgement({ jurisdiction, rules, now: call.now }, inHand, inHand.matter)
  const row = { ...passed.duty, ...decided.change, version: passed.duty.version + 1 }
  const entry = dutyEntry(call, { ...inHand, duty: row }, decided.kind, decided.payload)
  const recorded = recordOwed(recordedBy(call), (one) => rulesOfObligation(rules, one), decided.owed ?? [])
  return ok({
    answer: { duty: row.id, version: row.version, entry: entry.id },
    entries: [...passed.entries, entry, ...(decided.entries ?? []), ...recorded.entries],
    writes: [saveDuties(jurisdiction, [row]), ...(decided.writes ?? []), ...recorded.writes],
  })
}

/** Who and when, for what a command records. */
export function recordedBy(call: CommandCall) {
  return { jurisdiction: call.actor.jurisdiction, actor: call.actor, recordedAt: call.now }
}

/** An entry in the story of a duty, with what tells whom it concerns. */
export function dutyEntry(
  call: CommandCall,
  { duty, obligation, matter }: Omit<DutyInHand, 'hide'>,
  kind: string,
  payload: JsonObject,
): NewEntry & { readonly id: ReturnType<typeof newEntryId> } {
  return {
    ...{ id: newEntryId(), ...recordedBy(call), stream: dutyStream(duty.id), version: duty.version, kind },
    readers: labelOf(matter),
    payload: {
      ...payload,
      about: {
        ...{ matter: matter.id, title: obligation.title, opener: matter.opener_organisation, acceptor: duty.acceptor },
        ...{ debtor: { organisation: obligation.debtor_organisation, person: obligation.debtor_person } },
      },
    },
  }
}

/** Refuses evidence that is not there or that somebody else brought. */
export async function assertEvidence(tx: Transaction, call: CommandCall, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  const rows = await listFiles(tx, call.actor.jurisdiction, files)
  const own = new Set(rows.filter((row) => row.uploaded_by === call.actor.person).map((row) => row.id))
  if (!files.every((file) => own.has(file))) refused('supervision.duty.evidence-unknown')
}
