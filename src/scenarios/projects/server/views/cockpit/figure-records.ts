import type { Transaction } from '#platform/server/database/index.ts'
import {
  type FigureRecord,
  findIndicator,
  type Indicator,
  listHappenings,
  listThings,
  readFacts,
} from '#platform/server/figures/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { FigureRecords } from '../../../contract/cockpit.ts'
import { projectFigures } from '../../figures/project-figures.ts'
import { opensOf, partyOf, text, whatOf } from './events.ts'
import { instantsOf } from './read-figures.ts'

/** Which records of which figure. */
export type RecordsInput = {
  readonly indicator: string
  readonly facts: Readonly<Record<string, string>>
  readonly below: Readonly<Record<string, string>>
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly view: 'own' | 'hall'
  readonly after?: string | undefined
  readonly limit: number
}

/** The records under a figure, a page of them. */
export async function viewFigureRecords(
  services: Services,
  { call }: Pick<CallContext, 'call'>,
  input: RecordsInput,
): Promise<FigureRecords> {
  const indicator =
    findIndicator(projectFigures, input.indicator) ?? refused('projects.figure.unknown', { indicator: input.indicator })
  const { jurisdiction } = call.actor
  const scope = input.view === 'hall' ? { jurisdiction, organisations: [] } : call.scope
  const offset = Math.max(0, Math.trunc(Number(input.after ?? 0)) || 0)
  return services.database.transaction(scope, async (tx) => {
    const found = await listRecords(tx, jurisdiction, indicator, { ...input, offset })
    const records = found.slice(0, input.limit)
    return {
      indicator: indicator.id,
      name: [...indicator.name] as [string, string],
      definition: [...indicator.definition] as [string, string],
      records: await tell(tx, jurisdiction, records),
      next: found.length > input.limit ? String(offset + input.limit) : null,
    }
  })
}

function listRecords(
  tx: Transaction,
  jurisdiction: string,
  indicator: Indicator,
  { facts, below, from, to, offset, limit }: RecordsInput & { readonly offset: number },
): Promise<FigureRecord[]> {
  const place = { jurisdiction, book: projectFigures.name }
  const filter = { facts, below, offset, limit: limit + 1 }
  if (indicator.counts === 'standing') return listThings(tx, place, indicator, filter)
  const { from: start, to: end } = instantsOf(from ?? '2000-01-01', to ?? '2999-12-31')
  return listHappenings(tx, place, indicator.id, { ...filter, from: start, to: end })
}

async function tell(tx: Transaction, jurisdiction: string, records: readonly FigureRecord[]) {
  const place = { jurisdiction, book: projectFigures.name }
  const plans = records.map(({ facts }) => `plans.plan/${text(facts.plan) ?? ''}`)
  const unitOf = ({ facts }: FigureRecord) => text(facts.unit) ?? text(facts.lead)
  const [titles, names] = await Promise.all([
    readFacts(tx, place, [...new Set(plans)]),
    findNames(tx, jurisdiction, {
      organisations: records.map(unitOf),
      people: records.map(({ facts }) => text(facts.person)),
    }),
  ])
  return records.map((record, index) => {
    const { facts, at } = record
    const project = text(titles.get(plans[index] ?? '')?.title) ?? null
    const person = text(facts.person)
    return {
      ...{
        at: at?.toISOString() ?? null,
        title: text(facts.title) ?? project ?? '',
        unit: partyOf(names, unitOf(record)),
      },
      ...{ person: person === undefined ? null : names.person(person), project, due: text(facts.due) ?? null },
      ...{
        lamp: text(facts.lamp) ?? null,
        state: text(facts.state) ?? null,
        what: whatOf(facts),
        opens: opensOf(record),
      },
    }
  })
}
