import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import {
  listDesk,
  listHeld,
  type ObligationRow,
  obligationStream,
  readDeskPage,
} from '#platform/server/obligations/index.ts'
import type { OwnDayLine, Reader, Services } from '#platform/server/scenario/index.ts'
import { type Kinds, kindsFor } from './kinds.ts'
import { lineOf } from './line-of.ts'

type Wanted = {
  readonly kinds: Kinds
  readonly services: Services
  readonly reader: Reader
  readonly endOfDay: Instant
}

/** The most of one's own, of what waits for judgement and of what has climbed. */
const most = 500
/** The most of what the unit owes without naming anybody: whoever owes more works by the queues of its kinds. */
const mostOfUnit = 100

/** What is owed by a post's person and unit, handed in to it, or on its rung of the ladder: each obligation once. */
export function readOwed({ kinds, services, reader, endOfDay }: Wanted) {
  const { actor, now } = reader
  return reader.read(async (tx): Promise<{ lines: readonly OwnDayLine[]; unlisted: number }> => {
    const [own, unit, handedIn, held] = await Promise.all([
      listDesk(tx, actor.jurisdiction, { person: actor.person, limit: most }),
      ofUnit(tx, kinds, reader),
      toJudge(tx, kinds, reader),
      climbed(tx, kinds, reader),
    ])
    const rows = once([...own, ...unit.rows], handedIn, held)
    const names = await findNames(tx, actor.jurisdiction, {
      organisations: rows.flatMap(({ row }) => [row.debtor_organisation, row.lead_organisation]),
      people: rows.map(({ row }) => row.debtor_person),
    })
    const getsFacts = actor.permissions.has('obligations.escalated.read')
    const lines = rows.map(({ row, why }) => {
      const page = services.pageOf(why === 'climbed' && getsFacts ? obligationStream(row.id) : row.subject)
      return lineOf(row, { why, page, names, now, endOfDay, rules: services.rules() })
    })
    return { lines, unlisted: unit.unlisted }
  })
}

type Found = { readonly row: ObligationRow; readonly why: 'owed' | 'judge' | 'climbed' }

/** Each obligation under the first reason for which it was found. */
function once(
  owed: readonly ObligationRow[],
  judge: readonly ObligationRow[],
  climbed: readonly ObligationRow[],
): readonly Found[] {
  const all = Object.entries({ owed, judge, climbed }).flatMap(([why, rows]) =>
    rows.map((row) => ({ row, why: why as Found['why'] })),
  )
  return [...new Map(all.toReversed().map((one) => [one.row.id, one])).values()]
}

/** What the unit owes without naming anybody, of the kinds that the post may answer. */
async function ofUnit(tx: Transaction, kinds: Kinds, { actor }: Reader) {
  const answered = kindsFor(kinds, actor, 'answer')
  if (answered.length === 0) return { rows: [], unlisted: 0 }
  const wanted = { debtors: [actor.organisation], unnamed: true as const, kinds: answered, limit: mostOfUnit }
  const { rows, count } = await readDeskPage(tx, actor.jurisdiction, wanted)
  return { rows, unlisted: count - rows.length }
}

/** What was handed in to the unit, of the kinds that the post may judge. */
function toJudge(
  tx: Transaction,
  kinds: Kinds,
  { actor }: Reader,
): Promise<readonly ObligationRow[]> | readonly ObligationRow[] {
  const judged = kindsFor(kinds, actor, 'judge')
  if (judged.length === 0) return []
  return listDesk(tx, actor.jurisdiction, {
    leads: [actor.organisation],
    kinds: judged,
    state: 'submitted',
    limit: most,
  })
}

/** What stands on the unit's rung of the ladder, for those who watch over it. */
async function climbed(tx: Transaction, kinds: Kinds, { actor }: Reader): Promise<readonly ObligationRow[]> {
  const watches = ['obligations.supervise', 'obligations.escalated.read'].some((one) => actor.permissions.has(one))
  const watched = [...kindsFor(kinds, actor, 'judge'), ...kindsFor(kinds, actor, 'watch')]
  if (!watches && watched.length === 0) return []
  const held = await listHeld(tx, actor.jurisdiction, { holder: actor.organisation, limit: most })
  return watches ? held : held.filter(({ kind }) => watched.includes(kind))
}
