import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import {
  type DeskWanted,
  type ObligationRow,
  readDeskPage,
  rulesOfObligation,
  tellDeskPlace,
} from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DeskLine, DeskPage } from '../../contract/views.ts'
import { partyOf, presentOf, remainingOf } from './parts.ts'

type Call = CallContext['call']

/** A page of the obligations that a desk wants, as lines, how many there are on all pages, and where the next one begins. */
export async function readDesk(services: Services, call: Call, tx: Transaction, wanted: DeskWanted): Promise<DeskPage> {
  const { rows, count, isMore } = await readDeskPage(tx, call.actor.jurisdiction, wanted)
  const last = rows[wanted.limit - 1]
  const next = last ? tellDeskPlace(last) : null
  return { lines: await linesOf(services, call, tx, rows), total: count, isMore, next }
}

/** Obligations as lines, as they stand now: those on the highest rung first, then by deadline. */
export async function linesOf(
  services: Services,
  call: Call,
  tx: Transaction,
  rows: readonly ObligationRow[],
): Promise<DeskLine[]> {
  const names = await findNames(tx, call.actor.jurisdiction, {
    organisations: rows.flatMap((row) => [row.debtor_organisation, row.lead_organisation]),
    people: rows.map((row) => row.debtor_person),
  })
  const lines = rows.map((row) => lineOf(services, row, names, call.now))
  return lines.sort((a, b) => b.level - a.level || Date.parse(a.remaining.dueAt) - Date.parse(b.remaining.dueAt))
}

function lineOf(services: Services, row: ObligationRow, names: Names, now: Date): DeskLine {
  const rules = services.rules()
  const { level } = presentOf(rules, row, now)
  const { ladder } = rulesOfObligation(rules, row)
  return {
    obligation: row.id,
    kind: row.kind,
    title: row.title,
    page: services.pageOf(row.subject),
    debtor: partyOf(names, row.debtor_organisation, row.debtor_person),
    lead: partyOf(names, row.lead_organisation, null),
    urgency: row.ladder,
    state: row.state,
    paused: row.paused_at !== null,
    level,
    levelName: ladder.levels[level - 1]?.name ?? null,
    remaining: remainingOf(rules, row, now),
  }
}
