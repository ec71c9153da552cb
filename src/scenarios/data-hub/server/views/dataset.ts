import { dateOf } from '#platform/kernel/working-time/index.ts'
import {
  type Catalogue,
  catalogueAt,
  countLooks,
  type Dataset,
  type HandedOver,
  listHandedOver,
  listKnownGrants,
  listLastLooks,
} from '#platform/server/data-hub/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames, type Names } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DatasetDetail } from '../../contract/routes/catalogue.ts'
import { reaches } from '../reach.ts'
import { daysAgo, type LineFacts, lineOf } from './catalogue.ts'
import { viewGrants } from './grants.ts'
import { listMatters } from './matter-names.ts'

const days = 30

/** One dataset, whole. */
export async function viewDataset(services: Services, call: CallContext['call'], id: string): Promise<DatasetDetail> {
  const { actor, now, read } = call
  const catalogue = catalogueAt(services.rules(), now.getTime())
  const dataset = catalogue.datasets.get(id) ?? refused('data-hub.dataset.unknown', { dataset: id })
  const [grantsOf, facts] = await Promise.all([
    viewGrants(services, call, id),
    read(async (tx) => {
      const [looks, grants, tables, last] = await Promise.all([
        countLooks(tx, actor.jurisdiction, daysAgo(now, days - 1), id),
        listKnownGrants(tx, actor.jurisdiction, catalogue),
        listHandedOver(tx, actor.jurisdiction, id),
        listLastLooks(tx, actor.jurisdiction, [id]),
      ])
      const people = tables.map(({ imported_by }) => imported_by)
      const names = await findNames(tx, actor.jurisdiction, { organisations: [dataset.owner], people })
      return { catalogue, looks, grants, tables, last, names, today: dateOf(now.getTime()) }
    }),
  ])
  const { name, connector } = connectorOf(catalogue, dataset)
  return {
    ...lineOf(services, facts, dataset),
    ...{ summary: dataset.summary, code: dataset.code ?? null, basis: dataset.basis, records: dataset.records },
    ...{ effectiveFrom: dataset.effectiveFrom, answerWithinMilliseconds: dataset.answer.withinMilliseconds },
    connector: connector && name,
    fieldsOf: fieldsOf(catalogue, dataset),
    grantsOf,
    days: byDay(facts.looks, now),
    tables: facts.tables.map((table) => tableOf(table, facts.names)),
    matters: listMatters(services, now),
    mayGrant: reaches(actor, 'data-hub.grant', dataset.owner),
    mayHandOver: dataset.source.kind === 'table' && reaches(actor, 'data-hub.hand-over', dataset.owner),
  }
}

function connectorOf({ connectors }: Catalogue, { source }: Dataset) {
  const connector = source.kind === 'table' ? null : source.connector
  return { connector, name: connector === null ? '' : (connectors.get(connector)?.name ?? connector) }
}

function fieldsOf({ dictionary }: Catalogue, { fields }: Dataset): DatasetDetail['fieldsOf'] {
  return fields.map(({ field, column, required }) => {
    const known = dictionary.get(field)
    return {
      ...{ field, required, column: column ?? field, name: known?.name ?? field, english: known?.english ?? field },
      ...{ type: known?.type ?? 'text', unit: known?.unit ?? null, sensitivity: known?.sensitivity ?? 1 },
      ...{ mask: known?.mask ?? 'none', codes: Object.values(known?.codes ?? {}) },
    }
  })
}

const none = { asking: 0, waiting: 0, answered: 0, 'not-found': 0, wrong: 0, 'gave-up': 0, refused: 0 }

/** Every day of the span, days without a look-up too. */
function byDay(looks: LineFacts['looks'], now: Date): DatasetDetail['days'] {
  return Array.from({ length: days }, (_, index) => {
    const day = dateOf(daysAgo(now, days - 1 - index).getTime())
    const counts = looks.filter((look) => look.day === day).map(({ state, count }) => [state, count] as const)
    return { day, count: { ...none, ...Object.fromEntries(counts) } }
  })
}

function tableOf({ file_version, file_name, rows, as_of, imported_at, imported_by }: HandedOver, names: Names) {
  const at = imported_at.toISOString()
  return { version: file_version, file: file_name, rows, asOf: as_of, at, by: names.person(imported_by) }
}
