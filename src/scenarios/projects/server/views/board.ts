import { reach } from '#platform/kernel/actor.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { type Accounts, listStandings, type Standing } from '#platform/server/scoring/index.ts'
import type { Board } from '../../contract/board.ts'
import { monthsOf, presentPeriod } from './period.ts'

/** Which board, of which period. */
export type BoardInput = { readonly of: 'units' | 'persons'; readonly period?: string | undefined }

/**
 * The Tiangong board. Units are open to every post that has the board; persons are shown as far as the post's permission reaches,
 * and oneself.
 */
export async function viewBoard(call: CallContext['call'], input: BoardInput): Promise<Board> {
  const { actor } = call
  const period = input.period ?? presentPeriod(call.now)
  return call.read(async (tx) => {
    const rows = await listStandings(tx, actor.jurisdiction, accountsOf(call, input.of), monthsOf(period))
    const names = await findNames(tx, actor.jurisdiction, {
      organisations: rows.flatMap(({ subject, unit }) => (input.of === 'units' ? [subject] : [unit])),
      people: input.of === 'units' ? [] : rows.map(({ subject }) => subject),
    })
    return {
      of: input.of,
      period,
      rows: ranked(rows).map(({ subject, unit, ...sums }) => ({
        subject,
        name: input.of === 'units' ? names.organisation(subject) : names.person(subject),
        unitName: input.of === 'units' || unit === null ? '' : names.organisation(unit),
        ...sums,
      })),
      reach: input.of === 'units' ? 'jurisdiction' : reachOf(call),
    }
  })
}

function accountsOf(call: CallContext['call'], of: BoardInput['of']): Accounts {
  if (of === 'units') return { kind: 'unit' }
  return { kind: 'person', units: reach(call.actor, 'projects.board'), person: call.actor.person }
}

function reachOf({ actor }: CallContext['call']): Board['reach'] {
  const units = reach(actor, 'projects.board')
  if (units === 'all') return 'jurisdiction'
  return units.length > 0 ? 'units' : 'own'
}

/** Equal points share a place. */
function ranked(rows: readonly Standing[]): (Standing & { readonly rank: number })[] {
  return rows.map((row) => ({ ...row, rank: rows.findIndex(({ points }) => points === row.points) + 1 }))
}
