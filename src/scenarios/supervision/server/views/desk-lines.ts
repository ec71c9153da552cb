import type { Transaction } from '#platform/server/database/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import {
  countDesk,
  type DeskWanted,
  listDesk,
  type ObligationRow,
  rulesOfObligation,
} from '#platform/server/obligations/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Desk, DeskLine } from '../../contract/views.ts'
import { partyOf, presentOf, remainingOf } from './parts.ts'

type Call = CallContext['call']

/** The obligations that a desk wants, as lines, and how many there are. */
export async function readDesk(services: Services, call: Call, tx: Transaction, wanted: DeskWanted): Promise<Desk> {
  const { jurisdiction } = call.actor
  const [rows, total] = await Promise.all([listDesk(tx, jurisdiction, wanted), countDesk(tx, jurisdiction, wanted)])
  return { lines: await linesOf(services, call, tx, rows), total }
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
  return lines.sort((a, b) => b.level - a.level || a.remaining.workingMinutes - b.remaining.workingMinutes)
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
