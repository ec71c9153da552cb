import { v7 } from 'uuid'
import { type Result, refuse } from '#platform/kernel/result.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listHeldPosts } from '#platform/server/identity/index.ts'
import type { ClaimInput } from '../../../contract/hard-cases.ts'
import { choose, claim } from '../../../domain/hard-case/hard-case.ts'
import { areSharesSound, type Member } from '../../../domain/hard-case/shares.ts'
import { hardCaseOf, insertTeam, type TeamRow } from '../../hard-case-store.ts'
import { assertPublishes, type CaseAnswer, decideCase, getHardCase, oweCase, rowAfter } from './case-in-hand.ts'

/** Claims a case with a team whose leader is the actor; where the first team gets it, it is assigned with the claim. */
export async function claimCase(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: ClaimInput,
): Promise<Result<Decision<CaseAnswer>>> {
  const { actor, now } = call
  const { row, teams } = await getHardCase(tx, call, input.case)
  if (!areSharesSound(input.members, actor.person)) return refuse('projects.hard-case.shares')
  if (teams.some(({ person_id }) => person_id === actor.person)) return refuse('projects.hard-case.claimed-already')
  const members = await membersOf(tx, call, input.members)
  if (members === undefined) return refuse('projects.hard-case.people-unknown')
  const team: TeamRow = {
    ...{ id: v7(), case_id: row.id, organisation: actor.organisation, person_id: actor.person },
    ...{ members, pledge: input.pledge, claimed_at: now },
  }
  const claimed = claim(hardCaseOf(row), team.id, now.getTime())
  if (!claimed.ok) return claimed
  const isAssigned = claimed.value.state === 'assigned'
  return decideCase(call, rules, {
    kind: isAssigned ? 'projects.hard-case.assigned' : 'projects.hard-case.claimed',
    payload: { ...toldOf(team), rule: row.selection },
    after: rowAfter(row, claimed.value, isAssigned ? { assigned_at: now } : {}),
    owed: isAssigned ? oweCase(call, rules, row, team) : undefined,
    writes: [insertTeam(actor.jurisdiction, team)],
  })
}

/** The publisher chooses one of the teams; nobody chooses a team of their own. */
export async function chooseTeam(
  tx: Transaction,
  call: CommandCall,
  rules: CountyRules,
  input: { readonly case: string; readonly team: string },
): Promise<Result<Decision<CaseAnswer>>> {
  const { row, teams } = await getHardCase(tx, call, input.case)
  assertPublishes(call, row)
  const team = teams.find(({ id }) => id === input.team)
  if (team === undefined) return refuse('record.unknown')
  if (team.members.some(({ person }) => person === call.actor.person)) return refuse('projects.hard-case.own')
  const chosen = choose(hardCaseOf(row), team.id)
  if (!chosen.ok) return chosen
  return decideCase(call, rules, {
    kind: 'projects.hard-case.assigned',
    payload: { ...toldOf(team), rule: row.selection },
    after: rowAfter(row, chosen.value, { assigned_at: call.now }),
    owed: oweCase(call, rules, row, team),
  })
}

/** The members with the unit of each; undefined where somebody is not in office. */
async function membersOf(
  tx: Transaction,
  { actor, now }: CommandCall,
  members: ClaimInput['members'],
): Promise<readonly Member[] | undefined> {
  const held = await Promise.all(
    members.map(({ person }) =>
      listHeldPosts(tx, actor.jurisdiction, person as Parameters<typeof listHeldPosts>[2], now),
    ),
  )
  const found = members.flatMap(({ person, share }, index) => {
    const own = person === actor.person ? actor.organisation : held[index]?.[0]?.organisation
    return own === undefined ? [] : [{ person, organisation: own, share }]
  })
  return found.length === members.length ? found : undefined
}

function toldOf(team: TeamRow) {
  return {
    ...{ team: team.id, leader: team.person_id, organisation: team.organisation, pledge: team.pledge },
    members: team.members.map((member) => ({ ...member })),
  }
}
