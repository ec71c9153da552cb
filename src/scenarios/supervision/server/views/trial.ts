import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { listStories, type StoryEntry } from '#platform/server/journal/index.ts'
import type { Limit } from '#platform/server/obligations/index.ts'
import { type Ladder, type ObligationStory, obligationStream } from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { isDifferent, type Reached, rungsReached } from '../../domain/trial.ts'
import { listOpenedSince, type OutcomeRow } from '../outcome-store.ts'

type Call = CallContext['call']

/** A ladder as it would be. */
export type Proposed = {
  readonly ladder: string
  readonly levels: readonly { readonly name: string; readonly limit: Limit | null }[]
  readonly after?: string | undefined
}

/** What one question tries: a second or two of work, in short transactions, for an open one keeps the record from being sealed. */
const [piece, pieces] = [500, 4]
const shown = 500
const nil = '00000000-0000-0000-0000-000000000000'

type Tried = { readonly outcome: OutcomeRow; readonly before: readonly Reached[]; readonly after: readonly Reached[] }

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
  const from = new Date(call.now)
  from.setFullYear(from.getFullYear() - 1)
  const tried: Tried[] = []
  let next: string | null = proposed.after ?? nil
  for (let turn = 0; turn < pieces && next !== null; turn += 1) {
    const after: string = next
    const some = await call.read(async (tx) => {
      const outcomes = await listOpenedSince(tx, call.actor.jurisdiction, from, after, piece)
      return { outcomes, tried: await tryAll(services, call, tx, outcomes, other) }
    })
    tried.push(...some.tried)
    next = some.outcomes[piece - 1]?.obligation_id ?? null
  }
  return call.read((tx) => tell(services, call, tx, { tried, from, next, levels: other.levels }))
}

function levelOf(present: Ladder, { name, limit }: Proposed['levels'][number], at: number): Ladder['levels'][number] {
  const known = present.levels[Math.min(at, present.levels.length - 1)]
  if (known === undefined) throw new Error(`the ladder ${present.id} has no levels`)
  return { ...known, name, limit: limit ?? undefined }
}

async function tryAll(
  services: Services,
  call: Call,
  tx: Transaction,
  outcomes: readonly OutcomeRow[],
  other: Ladder,
): Promise<Tried[]> {
  const streams = outcomes.map((one) => obligationStream(one.obligation_id))
  const byStream = Map.groupBy(await listStories(tx, call.actor.jurisdiction, streams), ({ stream }) => stream)
  const rules = services.rules()
  return outcomes.flatMap((outcome) => {
    const read = storyOf(outcome, byStream.get(obligationStream(outcome.obligation_id)) ?? [])
    if (read?.ladder.id !== other.id) return []
    const own = rules.ladder(read.ladder.id, read.ladder.version)
    const [before, after] = [own, other].map((ladder) =>
      rungsReached({ calendar: rules.calendar, ladder }, read.story, call.now.getTime()),
    )
    return [{ outcome, before: before ?? [], after: after ?? [] }]
  })
}

type Opened = {
  readonly dueAt: string
  readonly debtor: ObligationStory['debtor']
  readonly ladder: { readonly id: string; readonly version: string }
}

function storyOf(outcome: OutcomeRow, entries: readonly StoryEntry[]) {
  const [opening, ...rest] = [...entries].sort((a, b) => a.version - b.version)
  if (opening?.payload === undefined || opening.kind !== 'obligations.obligation.opened') return undefined
  const { dueAt, debtor, ladder } = opening.payload as unknown as Opened
  const acts = rest.map(({ kind, at, payload }) => ({ kind, at: at.getTime(), payload: payload ?? {} }))
  const story: ObligationStory = {
    ...{ id: outcome.obligation_id, openedAt: opening.at.getTime(), dueAt: Date.parse(dueAt), debtor },
    acts: acts as ObligationStory['acts'],
  }
  return { story, ladder }
}

type Trial = {
  readonly tried: readonly Tried[]
  readonly from: Date
  readonly next: string | null
  readonly levels: Ladder['levels']
}

async function tell(services: Services, call: Call, tx: Transaction, { tried, from, next, levels }: Trial) {
  const different = tried.filter(({ before, after }) => isDifferent(before, after))
  const names = await findNames(tx, call.actor.jurisdiction, {
    organisations: different.map((one) => one.outcome.unit),
  })
  const most = Math.max(levels.length, ...tried.map(({ before }) => before.length))
  const count = (side: 'before' | 'after', level: number) =>
    tried.filter((one) => one[side].some((reached) => reached.level === level)).length
  return {
    ...{ from: from.toISOString(), tried: tried.length, calendar: services.rules().calendar.version, next },
    levels: Array.from({ length: most }, (_, index) => ({
      ...{ level: index + 1, name: levels[index]?.name ?? '' },
      ...{ before: count('before', index + 1), after: count('after', index + 1) },
    })),
    different: different.length,
    list: different.slice(0, shown).map(({ outcome, before, after }) => ({
      ...{ obligation: outcome.obligation_id, title: outcome.title, page: services.pageOf(outcome.subject) },
      ...{ unitName: names.organisation(outcome.unit), before: before.map(told), after: after.map(told) },
    })),
  }
}

function told({ level, at }: Reached) {
  return { level, at: new Date(at).toISOString() }
}
