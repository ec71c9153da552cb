import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { attachFiles } from '#platform/server/files/index.ts'
import { refused } from '#platform/server/http/index.ts'
import {
  acceptAnswer,
  applyRule,
  type ObligationChange,
  type ObligationRow,
  type ObligationRules,
  type Owed,
  obligationOf,
  returnAnswer,
  rulesOfObligation,
  submitAnswer,
  withdraw,
} from '#platform/server/obligations/index.ts'
import { giveBack, handIn, score, withdrawCase } from '../../../domain/hard-case/hard-case.ts'
import { pointsOf } from '../../../domain/hard-case/shares.ts'
import { hardCaseOf, type TeamRow } from '../../hard-case-store.ts'
import { assertEvidence } from '../node-in-hand.ts'
import { assertPublishes, type CaseAnswer, decideCase, findOwedCase, getHardCase, rowAfter } from './case-in-hand.ts'

type Answer = Promise<Result<Decision<CaseAnswer>>>

/** The leader of the team hands in the result, with evidence. */
export async function handInCase(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly case: string; readonly note: string; readonly evidence: readonly string[] },
): Answer {
  const { row, team, owed } = await atWork(tx, call, input.case)
  if (team?.person_id !== call.actor.person) return refuse('projects.hard-case.not-leader')
  await assertEvidence(tx, call, input.evidence)
  const after = handIn(hardCaseOf(row))
  if (!after.ok) return after
  const payload = { title: row.title, note: input.note, evidence: [...input.evidence] }
  const answered = follow(rules, owed, (ladder, one) =>
    submitAnswer(ladder, obligationOf(one), payload, call.now.getTime()),
  )
  if (!answered.ok) return answered
  const { jurisdiction } = call.actor
  return decideCase(call, rules, {
    ...{ kind: 'projects.hard-case.submitted', payload, owed: answered.value },
    after: rowAfter(row, after.value, { submitted_at: call.now, outcome: input.note }),
    writes: input.evidence.length > 0 ? [attachFiles(jurisdiction, input.evidence, { readers: null })] : [],
  })
}

/** The publisher accepts the result: the points go to the members by their shares, once. */
export async function acceptCase(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly case: string; readonly note: string },
): Answer {
  const { row, team, owed } = await judged(tx, call, input.case)
  if (team?.members.some(({ person }) => person === call.actor.person)) return refuse('projects.hard-case.own')
  const after = score(hardCaseOf(row))
  if (!after.ok) return after
  const answered = follow(rules, owed, (_, one) =>
    acceptAnswer(obligationOf(one), { note: input.note }, call.now.getTime()),
  )
  if (!answered.ok) return answered
  const shares = pointsOf(team?.members ?? [], row.points).map((share) => ({ ...share }))
  const payload = {
    ...{ case: row.id, title: row.title, points: row.points, team: team?.id ?? null, shares, note: input.note },
    acceptedAt: call.now.toISOString(),
  }
  return decideCase(call, rules, {
    ...{ kind: 'projects.hard-case.scored', payload, owed: answered.value },
    after: rowAfter(row, after.value, { closed_at: call.now }),
  })
}

/** The publisher gives the result back with a reason; the deadline stays. */
export async function returnCase(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly case: string; readonly reason: string },
): Answer {
  const { row, owed } = await judged(tx, call, input.case)
  const after = giveBack(hardCaseOf(row))
  if (!after.ok) return after
  const payload = { title: row.title, reason: input.reason }
  const returned = follow(rules, owed, (ladder, one) =>
    returnAnswer(ladder, obligationOf(one), payload, call.now.getTime()),
  )
  if (!returned.ok) return returned
  return decideCase(call, rules, {
    ...{ kind: 'projects.hard-case.returned', payload, owed: returned.value },
    after: rowAfter(row, after.value, { submitted_at: null }),
  })
}

/** The publisher takes the case back with a reason; what the team owed ends with it. */
export async function withdrawHardCase(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly case: string; readonly reason: string },
): Answer {
  const { row, owed } = await atWork(tx, call, input.case)
  assertPublishes(call, row)
  const after = withdrawCase(hardCaseOf(row))
  if (!after.ok) return after
  const payload = { title: row.title, reason: input.reason }
  const ended = follow(rules, owed, (ladder, one) =>
    ok(withdraw(ladder, obligationOf(one), payload, call.now.getTime())),
  )
  if (!ended.ok) return ended
  return decideCase(call, rules, {
    ...{ kind: 'projects.hard-case.withdrawn', payload, owed: ended.value },
    after: rowAfter(row, after.value, { closed_at: call.now, outcome: input.reason }),
  })
}

async function atWork(tx: Transaction, call: CommandCall, id: string) {
  const [{ row, teams }, owed] = await Promise.all([getHardCase(tx, call, id), findOwedCase(tx, call, id)])
  return { row, owed, team: teams.find((one): one is TeamRow => one.id === row.team_id) }
}

async function judged(tx: Transaction, call: CommandCall, id: string) {
  const found = await atWork(tx, call, id)
  assertPublishes(call, found.row)
  if (found.owed === undefined && found.row.state === 'submitted') refused('record.unknown')
  return found
}

function follow(
  rules: CountyRules,
  owed: Owed | undefined,
  rule: (ladder: ObligationRules, row: ObligationRow) => Result<ObligationChange>,
): Result<Owed | undefined> {
  if (owed === undefined) return ok(undefined)
  const ladder = rulesOfObligation(rules, owed.row)
  return applyRule(owed, ladder.ladder, rule(ladder, owed.row))
}
