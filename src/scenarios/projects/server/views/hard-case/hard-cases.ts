import { type Actor, permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { listFiles } from '#platform/server/files/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import { listStories } from '#platform/server/journal/index.ts'
import { findPlan } from '#platform/server/plans/index.ts'
import type { HardCaseDetail, HardCaseRow, HardCaseState, HardCaseTeam } from '../../../contract/hard-cases.ts'
import { pointsOf } from '../../../domain/hard-case/shares.ts'
import { hardCaseStream } from '../../commands/hard-case/case-in-hand.ts'
import {
  findHardCase,
  listHardCases,
  listTeams,
  type HardCaseRow as Stored,
  type TeamRow,
} from '../../hard-case-store.ts'
import { mentionedIn, type Sentences, trailOf } from '../trail.ts'

const sentences: Sentences = {
  'projects.hard-case.published': ({ points }) => `发布攻坚事项，${String(points)} 分`,
  'projects.hard-case.claimed': () => '组队揭榜，等待发布单位选定',
  'projects.hard-case.assigned': ({ rule }) => (rule === 'choice' ? '发布单位选定承办队伍' : '组队揭榜，先揭先得'),
  'projects.hard-case.submitted': () => '提交成果，等待验收',
  'projects.hard-case.returned': () => '成果退回，需补齐后重新提交',
  'projects.hard-case.scored': ({ points }) => `验收通过，${String(points)} 分按分成记入队员账户`,
  'projects.hard-case.withdrawn': () => '发布单位撤榜，不计分',
}

/** Hard cases, those that can be claimed first. */
export async function viewHardCases(
  call: CallContext['call'],
  input: { readonly state?: HardCaseState | undefined; readonly limit: number },
): Promise<{ cases: HardCaseRow[] }> {
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const rows = await listHardCases(tx, jurisdiction, input.state, input.limit)
    const teams = await listTeams(
      tx,
      jurisdiction,
      rows.map(({ id }) => id),
    )
    const names = await findNames(tx, jurisdiction, named(rows, teams))
    return {
      cases: rows.map((row) =>
        rowOf(
          row,
          teams.filter(({ case_id }) => case_id === row.id),
          names,
        ),
      ),
    }
  })
}

/** One case with its teams and its story. */
export async function viewHardCase(call: CallContext['call'], id: string): Promise<HardCaseDetail> {
  return call.read(async (tx) => {
    const { actor } = call
    const found = (await findHardCase(tx, actor.jurisdiction, id)) ?? refused('record.unknown')
    const { row, teams } = found
    const [story, plan] = await Promise.all([
      listStories(tx, actor.jurisdiction, [hardCaseStream(id)]),
      row.plan_id === null ? undefined : findPlan(tx, actor.jurisdiction, row.plan_id),
    ])
    const [wanted, told] = [named([row], teams), mentionedIn(story)]
    const [names, files] = await Promise.all([
      findNames(tx, actor.jurisdiction, {
        organisations: [...wanted.organisations, ...told.organisations],
        people: [...wanted.people, ...told.people],
        posts: told.posts,
      }),
      listFiles(tx, actor.jurisdiction, told.files),
    ])
    return {
      ...rowOf(row, teams, names),
      ...{ goal: row.goal, outcome: row.outcome, project: plan ? { project: plan.id, title: plan.title } : null },
      teamsInOrder: teams.map((team) => teamOf(row, team, names)),
      trail: trailOf(story, names, files, sentences),
      may: mayOf(actor, row, teams, call.now),
    }
  })
}

function mayOf(actor: Actor, row: Stored, teams: readonly TeamRow[], now: Date): HardCaseDetail['may'] {
  const organisation = row.organisation as OrganisationId
  const publishes = permits(actor, 'projects.hard-case.publish', { organisation })
  const own = teams.find(({ id }) => id === row.team_id)
  const hasClaimed = teams.some(({ person_id }) => person_id === actor.person)
  return {
    publish: publishes && row.state !== 'scored' && row.state !== 'withdrawn',
    claim:
      row.state === 'published' && now <= row.deadline && !hasClaimed && permits(actor, 'projects.hard-case.claim'),
    submit: row.state === 'assigned' && own?.person_id === actor.person,
    judge: publishes && row.state === 'submitted' && !own?.members.some(({ person }) => person === actor.person),
  }
}

function rowOf(row: Stored, teams: readonly TeamRow[], names: Names): HardCaseRow {
  const own = teams.find(({ id }) => id === row.team_id)
  return {
    ...{ case: row.id, title: row.title, place: row.place, points: row.points, selection: row.selection },
    ...{ deadline: row.deadline.toISOString(), state: row.state, teams: teams.length },
    publisher: namedOf(names, row.person_id, row.organisation),
    leader: own ? namedOf(names, own.person_id, own.organisation) : null,
  }
}

function teamOf(row: Stored, team: TeamRow, names: Names): HardCaseTeam {
  const points = pointsOf(team.members, row.points)
  return {
    ...{ team: team.id, leader: team.person_id, pledge: team.pledge, claimedAt: team.claimed_at.toISOString() },
    chosen: team.id === row.team_id,
    members: team.members.map(({ person, organisation, share }, index) => ({
      ...namedOf(names, person, organisation),
      ...{ share, points: points[index]?.points ?? 0 },
    })),
  }
}

function namedOf(names: Names, person: string, organisation: string) {
  return {
    ...{ person, personName: names.person(person), organisation },
    organisationName: names.organisation(organisation),
  }
}

function named(rows: readonly Stored[], teams: readonly TeamRow[]) {
  const members = teams.flatMap((team) => team.members)
  return {
    organisations: [...rows, ...teams, ...members].map(({ organisation }) => organisation),
    people: [...[...rows, ...teams].map(({ person_id }) => person_id), ...members.map(({ person }) => person)],
  }
}
