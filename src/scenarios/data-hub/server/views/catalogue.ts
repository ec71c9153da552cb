import { dateOf, startOfDate } from '#platform/kernel/working-time/index.ts'
import {
  type Catalogue,
  catalogueAt,
  countLooks,
  countOpenDisputes,
  countWaiting,
  type Dataset,
  type HandedOver,
  type KnownGrant,
  type LastLooks,
  listHandedOver,
  listKnownGrants,
  listLastLooks,
} from '#platform/server/data-hub/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DatasetLine } from '../../contract/parts.ts'
import { sensitivities } from '../../contract/words.ts'
import { stateOf } from './grants.ts'
import { healthOf } from './health.ts'

const dayMilliseconds = 86_400_000
const troubles = new Set(['waiting', 'wrong', 'gave-up'])

/** The catalogue with what is in motion in it. */
export function viewCatalogue(services: Services, { actor, now, read }: CallContext['call']) {
  const catalogue = catalogueAt(services.rules(), now.getTime())
  return read(async (tx) => {
    const owners = [...catalogue.datasets.values()].map(({ owner }) => owner)
    const [looks, grants, tables, last, names, waiting, disputes] = await Promise.all([
      countLooks(tx, actor.jurisdiction, new Date(now.getTime() - 6 * dayMilliseconds)),
      listKnownGrants(tx, actor.jurisdiction, catalogue),
      listHandedOver(tx, actor.jurisdiction),
      listLastLooks(tx, actor.jurisdiction, [...catalogue.datasets.keys()]),
      findNames(tx, actor.jurisdiction, { organisations: owners }),
      countWaiting(tx, actor.jurisdiction),
      countOpenDisputes(tx, actor.jurisdiction),
    ])
    const facts = { catalogue, looks, grants, tables, last, names, today: dateOf(now.getTime()) }
    const datasets = [...catalogue.datasets.values()].map((one) => lineOf(services, facts, one))
    return { datasets, looksToday: datasets.reduce((sum, one) => sum + one.looksToday, 0), waiting, disputes }
  })
}

/** What a line of the catalogue is made of. */
export type LineFacts = {
  readonly catalogue: Catalogue
  readonly looks: Awaited<ReturnType<typeof countLooks>>
  readonly grants: readonly KnownGrant[]
  readonly tables: readonly HandedOver[]
  readonly last: readonly LastLooks[]
  readonly names: Names
  readonly today: string
}

/** A dataset as the catalogue lists it. */
export function lineOf(services: Services, facts: LineFacts, one: Dataset): DatasetLine {
  const { catalogue, looks, grants, tables, last, names, today } = facts
  const mine = looks.filter(({ dataset }) => dataset === one.id)
  const most = Math.max(1, ...one.fields.map(({ field }) => catalogue.dictionary.get(field)?.sensitivity ?? 1))
  const sum = (rows: typeof mine) => rows.reduce((all, { count }) => all + count, 0)
  return {
    ...{ dataset: one.id, version: one.version, name: one.name, english: one.english, subject: one.subject },
    owner: { id: one.owner, name: names.organisation(one.owner) },
    ...{ sharing: one.sharing, updates: one.updates, way: one.source.kind, fields: one.fields.length },
    sensitivity: sensitivities[most - 1] ?? 'public',
    grants: grants.filter((grant) => grant.dataset === one.id && stateOf(grant, today) === 'holds').length,
    looksToday: sum(mine.filter(({ day }) => day === today)),
    troublesWeek: sum(mine.filter(({ state }) => troubles.has(state))),
    health: healthOf(
      services,
      one,
      tables,
      last.find(({ dataset }) => dataset === one.id),
    ),
  }
}

/** The first instant of the day so many days ago. */
export function daysAgo(now: Date, days: number): Date {
  return new Date(startOfDate(dateOf(now.getTime() - days * dayMilliseconds)))
}
