import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import {
  applyRule,
  listObligationsById,
  type ObligationRow,
  type Owed,
  obligationOf,
  onRecord,
  recordOwed,
  rulesOfObligation,
  withdraw,
} from '#platform/server/obligations/index.ts'
import { dutyEntry, hideComplainant, recordedBy } from '../duty-in-hand.ts'
import { listMatterDuties, type OwedDuty, saveDuties } from '../duty-store.ts'
import { listMatters, type MatterRow, withdrawMatterRow } from '../matter-store.ts'
import { assertReach, isOpener } from '../reach.ts'
import { labelOf } from '../readers.ts'
import { closeRequests, listRequests } from '../request-store.ts'
import { matterStream } from '../streams.ts'

/** Takes a matter back with a reason: what is still owed of it is owed no more, and everything stays visible. */
export async function withdrawMatter(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly matter: string; readonly reason: string },
): Promise<Result<Decision<{ matter: string; entry: string }>>> {
  const { jurisdiction } = call.actor
  const [[matter], duties] = await Promise.all([
    listMatters(tx, jurisdiction, [input.matter]),
    listMatterDuties(tx, jurisdiction, input.matter),
  ])
  if (matter === undefined) return refuse('record.unknown')
  assertReach(isOpener(call.actor, matter), 'supervision.open')
  if (matter.withdrawn_at !== null) return refuse('supervision.matter.withdrawn')
  const hide = await hideComplainant(tx, call, matter)
  const reason = hide(input.reason)
  const open = duties.filter(({ obligation }) => obligation.state === 'open' || obligation.state === 'submitted')
  const requests = (
    await listRequests(
      tx,
      jurisdiction,
      open.map(({ duty }) => duty.id),
    )
  ).filter(isOpen)
  const debts = await listObligationsById(
    tx,
    jurisdiction,
    requests.map((one) => one.obligation_id),
  )
  const rows = [...open.map(({ obligation }) => obligation), ...debts]
  const ends = rows.map((row) => takenBack(call, rules, row, reason))
  const recorded = recordOwed(recordedBy(call), (one) => rulesOfObligation(rules, one), ends)
  const after = { ...matter, withdrawn_at: call.now, withdrawn_reason: reason, version: matter.version + 1 }
  const entry = {
    ...{ id: newEntryId(), ...recordedBy(call), stream: matterStream(matter.id), version: after.version },
    ...{ kind: 'supervision.matter.withdrawn', payload: { reason } },
    readers: labelOf(matter),
  }
  const stories = open.map((owed) => storyOf(call, after, owed, reason))
  const closed = requests.map((one) => ({
    ...one,
    state: 'withdrawn' as const,
    decided_at: call.now,
    version: one.version + 1,
  }))
  return ok({
    answer: { matter: matter.id, entry: entry.id },
    entries: [entry, ...stories.map((story) => story.entry), ...recorded.entries],
    writes: [
      withdrawMatterRow(jurisdiction, after),
      saveDuties(
        jurisdiction,
        stories.map(({ duty }) => duty),
      ),
      closeRequests(jurisdiction, closed),
      ...recorded.writes,
    ],
  })
}

const isOpen = ({ state }: { readonly state: string }) => state === 'open'

function storyOf(call: CommandCall, matter: MatterRow, owed: OwedDuty, reason: string) {
  const duty = { ...owed.duty, version: owed.duty.version + 1 }
  return { duty, entry: dutyEntry(call, { ...owed, duty, matter }, 'supervision.duty.withdrawn', { note: reason }) }
}

function takenBack(call: CommandCall, rules: CountyRules, row: ObligationRow, reason: string): Owed {
  const ladder = rulesOfObligation(rules, row)
  const change = withdraw(ladder, obligationOf(row), { note: reason }, call.now.getTime())
  const result = applyRule(onRecord(row), ladder.ladder, ok(change))
  if (!result.ok) throw new Error('a withdrawal is never refused')
  return result.value
}
