import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Ladder, Limit, ObligationRules } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { isDifferent, type Reached, rulesKept, rungsReached, storyOf } from '../../domain/trial.ts'
import { countTried, type LateRow, listLate, type Tried } from '../trial-store.ts'

type Call = CallContext['call']

/** A ladder as it would be. */
export type Proposed = {
  readonly ladder: string
  readonly levels: readonly { readonly name: string; readonly limit: Limit | null }[]
  readonly after?: string | undefined
}

/** What one question tries: some tenths of a second of work, in short transactions, for an open one keeps the record from being sealed. */
const [piece, pieces] = [2500, 4]
const shown = 500
const nil = '00000000-0000-0000-0000-000000000000'
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Course = { readonly late: LateRow; readonly before: readonly Reached[]; readonly after: readonly Reached[] }

/** Tries a ladder on a stretch of what was opened under it in the last twelve months; writes nothing. */
export async function viewTrial(services: Services, call: Call, proposed: Proposed) {
  const rules = services.rules()
  if (!rules.has('ladder', proposed.ladder)) refused('supervision.trial.unknown-ladder', { ladder: proposed.ladder })
  const present = rules.ladderAt(proposed.ladder, call.now.getTime())
  const other: Ladder = {
    ...present,
    version: 'trial',
    levels: proposed.levels.map((level, at) => levelOf(present, level, at)),
  }
  const since = new Date(call.now)
  since.setFullYear(since.getFullYear() - 1)
  const { jurisdiction } = call.actor
  const course = reckoner(rules, other, call.now.getTime())
  const [begin, courses] = [proposed.after ?? nil, [] as Course[]]
  let next: string | null = begin
  for (let turn = 0; turn < pieces && next !== null; turn += 1) {
    const from: Tried = { ladder: other.id, since, after: next }
    const late: readonly LateRow[] = await call.read((tx) => listLate(tx, jurisdiction, from, call.now, piece))
    courses.push(...late.flatMap((one) => course(one) ?? []))
    next = late[piece - 1]?.obligation_id ?? null
  }
  return call.read(async (tx) => {
    const all = { ladder: other.id, since, after: begin }
    const tried = await countTried(tx, jurisdiction, all, next ?? lastId)
    return tell(services, call, tx, { courses, tried, since, next, levels: other.levels })
  })
}

function levelOf(present: Ladder, { name, limit }: Proposed['levels'][number], at: number): Ladder['levels'][number] {
  const known = present.levels[Math.min(at, present.levels.length - 1)]
  if (known === undefined) throw new Error(`the ladder ${present.id} has no levels`)
  return { ...known, name, limit: limit ?? undefined }
}

/** Reckons the course of what was late: under the ladder that it was opened with, and under the other one. */
function reckoner(rules: CountyRules, other: Ladder, until: Instant): (late: LateRow) => Course | undefined {
  const proposed = rulesKept(rules.calendar, other)
  const own = new Map<string, ObligationRules>()
  const ownOf = (version: string) => {
    const kept = own.get(version) ?? rulesKept(rules.calendar, rules.ladder(other.id, version))
    own.set(version, kept)
    return kept
  }
  return (late) => {
    const story = storyOf(late.obligation_id, late.acts)
    if (story === undefined) return undefined
    const before = rungsReached(ownOf(late.ladder_version), story, until)
    return { late, before, after: rungsReached(proposed, story, until) }
  }
}

type Trial = {
  readonly courses: readonly Course[]
  readonly tried: number
  readonly since: Date
  readonly next: string | null
  readonly levels: Ladder['levels']
}

async function tell(services: Services, call: Call, tx: Transaction, trial: Trial) {
  const { courses, tried, since, next, levels } = trial
  const different = courses.filter(({ before, after }) => isDifferent(before, after))
  const names = await findNames(tx, call.actor.jurisdiction, {
    organisations: different.map((one) => one.late.unit),
  })
  const most = Math.max(levels.length, ...courses.map(({ before }) => before.length))
  const count = (side: 'before' | 'after', level: number) =>
    courses.filter((one) => one[side].some((reached) => reached.level === level)).length
  return {
    ...{ from: since.toISOString(), tried, calendar: services.rules().calendar.version, next },
    levels: Array.from({ length: most }, (_, index) => ({
      ...{ level: index + 1, name: levels[index]?.name ?? '' },
      ...{ before: count('before', index + 1), after: count('after', index + 1) },
    })),
    different: different.length,
    list: different.slice(0, shown).map(({ late, before, after }) => ({
      ...{ obligation: late.obligation_id, title: late.title, page: services.pageOf(late.subject) },
      ...{ unitName: names.organisation(late.unit), before: before.map(told), after: after.map(told) },
    })),
  }
}

function told({ level, at }: Reached) {
  return { level, at: new Date(at).toISOString() }
}
