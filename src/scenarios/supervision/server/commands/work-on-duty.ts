import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { attachFiles } from '#platform/server/files/index.ts'
import { findNames, listDescendants, listHeldPosts } from '#platform/server/identity/index.ts'
import {
  applyRule,
  obligationOf,
  onRecord,
  reassign,
  rulesOfObligation,
  submitAnswer,
} from '#platform/server/obligations/index.ts'
import { type Acknowledged, assertEvidence, type DutyInHand, decideDuty, getDuty } from '../duty-in-hand.ts'
import { listMatterDuties } from '../duty-store.ts'
import { assertReach, mayAnswer, mayHead } from '../reach.ts'
import { readersWith, widen } from '../readers.ts'

type Decided = Promise<Result<Decision<Acknowledged>>>
type Told = { readonly duty: string; readonly note: string; readonly evidence: readonly string[] }

/** Acknowledges a duty: somebody of the unit has taken it. */
export async function acknowledgeDuty(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly duty: string },
): Decided {
  const inHand = await getDuty(tx, call, input.duty)
  assertReach(mayAnswer(call.actor, inHand), 'supervision.answer')
  const { acknowledged_at } = inHand.duty
  if (acknowledged_at !== null) return refuse('supervision.duty.acknowledged', { at: acknowledged_at.toISOString() })
  if (inHand.obligation.state !== 'open') return refuse('obligations.obligation.not-open')
  return decideDuty(call, rules, inHand, {
    kind: 'supervision.duty.acknowledged',
    payload: {},
    change: { acknowledged_at: call.now, acknowledged_by: call.actor.person },
  })
}

/** Reports how far it is, with evidence. */
export async function reportDuty(tx: Transaction, call: CommandCall, rules: CountyRules, input: Told): Decided {
  const [inHand] = await Promise.all([getDuty(tx, call, input.duty), assertEvidence(tx, call, input.evidence)])
  assertReach(mayAnswer(call.actor, inHand), 'supervision.answer')
  if (inHand.obligation.state !== 'open') return refuse('obligations.obligation.not-open')
  return decideDuty(call, rules, inHand, {
    kind: 'supervision.duty.reported',
    payload: { note: inHand.hide(input.note), evidence: [...input.evidence] },
    change: taken(call, inHand.duty.acknowledged_at),
    writes: attached(call, inHand, input.evidence),
  })
}

/** Submits the answer; the lead sums up once every co-operating unit is accepted. */
export async function submitDuty(tx: Transaction, call: CommandCall, rules: CountyRules, input: Told): Decided {
  const [inHand] = await Promise.all([getDuty(tx, call, input.duty), assertEvidence(tx, call, input.evidence)])
  assertReach(mayAnswer(call.actor, inHand), 'supervision.answer')
  if (input.evidence.length === 0) return refuse('supervision.duty.evidence-missing')
  const missing = inHand.duty.part === 'lead' ? await openParts(tx, call, inHand.matter.id) : []
  if (missing.length > 0) return refuse('supervision.duty.parts-open', { units: missing.join('、') })
  const ladder = rulesOfObligation(rules, inHand.obligation)
  const payload = { note: inHand.hide(input.note), evidence: [...input.evidence] }
  const submitted = applyRule(
    onRecord(inHand.obligation),
    ladder.ladder,
    submitAnswer(ladder, obligationOf(inHand.obligation), payload, call.now.getTime()),
  )
  if (!submitted.ok) return submitted
  return decideDuty(call, rules, inHand, {
    kind: 'supervision.duty.submitted',
    payload,
    change: taken(call, inHand.duty.acknowledged_at),
    owed: [submitted.value],
    writes: attached(call, inHand, input.evidence),
  })
}

/** Names the person of the unit who answers from now on; clock and rung stay. */
export async function delegateDuty(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly duty: string; readonly person: string },
): Decided {
  const inHand = await getDuty(tx, call, input.duty)
  assertReach(mayHead(call.actor, inHand), 'supervision.head')
  const { obligation } = inHand
  if (obligation.state !== 'open') return refuse('obligations.obligation.not-open')
  const unit = obligation.debtor_organisation
  const [posts, below] = await Promise.all([
    listHeldPosts(tx, call.actor.jurisdiction, input.person, call.now),
    listDescendants(tx, call.actor.jurisdiction, unit),
  ])
  const units = new Set<string>([unit, ...below.map(({ id }) => id)])
  const held = posts.filter(({ organisation }) => units.has(organisation))
  if (held.length === 0) return refuse('supervision.duty.not-in-unit')
  const readers = await readersFor(tx, call, inHand, held)
  const ladder = rulesOfObligation(rules, obligation)
  const debtor = { organisation: unit, person: input.person }
  const given = applyRule(
    onRecord({ ...obligation, readers: readers.all }),
    ladder.ladder,
    ok(reassign(ladder, obligationOf(obligation), debtor, { within: unit }, call.now.getTime())),
  )
  if (!given.ok) return given
  return decideDuty(
    call,
    rules,
    { ...inHand, matter: { ...inHand.matter, readers: readers.all } },
    {
      kind: 'supervision.duty.delegated',
      payload: { person: input.person, from: obligation.debtor_person },
      owed: [given.value],
      writes: readers.writes,
    },
  )
}

/** Whoever takes a confidential duty over may know of it, in the posts that they hold in the unit. */
async function readersFor(
  tx: Transaction,
  call: CommandCall,
  { matter }: DutyInHand,
  held: readonly { readonly post: string; readonly organisation: string }[],
) {
  if (matter.readers === null) return { all: null, writes: [] }
  const known = new Set(matter.readers)
  const all = readersWith(
    matter.readers,
    held.filter(({ organisation }) => !known.has(organisation)).map(({ post }) => post),
  )
  const duties = await listMatterDuties(tx, call.actor.jurisdiction, matter.id)
  return { all, writes: widen(call.actor.jurisdiction, matter, duties, all) }
}

/** Whoever works on a duty has taken it. */
function taken(call: CommandCall, before: Date | null) {
  return before === null ? { acknowledged_at: call.now, acknowledged_by: call.actor.person } : {}
}

function attached(call: CommandCall, { matter }: DutyInHand, evidence: readonly string[]) {
  return evidence.length > 0 ? [attachFiles(call.actor.jurisdiction, evidence, { readers: matter.readers })] : []
}

async function openParts(tx: Transaction, call: CommandCall, matter: string): Promise<string[]> {
  const duties = await listMatterDuties(tx, call.actor.jurisdiction, matter)
  const open = duties.filter(
    ({ duty, obligation }) => duty.part === 'part' && (obligation.state === 'open' || obligation.state === 'submitted'),
  )
  if (open.length === 0) return []
  const units = open.map(({ obligation }) => obligation.debtor_organisation)
  const names = await findNames(tx, call.actor.jurisdiction, { organisations: units })
  return units.map((unit) => names.organisation(unit))
}
