import { call } from '@orpc/server'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import { catalogueAt, type Dataset, listHandedOver } from '#platform/server/data-hub/index.ts'
import { demoPeople, inventCounty, type Row } from '#platform/server/departments/index.ts'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { setStage } from '#platform/server/stage/index.ts'
import { routes } from '../routes.ts'

/** Lets the owners of tables hand over what they hold of the invented people of a demonstration county, once. */
export async function playDemo(services: Services, demo: Demonstration): Promise<void> {
  const { database, jurisdiction, clock, rules } = services
  const handedOver = await database.asSystem(jurisdiction, (tx) => listHandedOver(tx, jurisdiction))
  const { datasets, dictionary } = catalogueAt(rules(), clock.now().getTime())
  const wanted = [...datasets.values()].filter(
    ({ id, source }) => source.kind === 'table' && !handedOver.some(({ dataset }) => dataset === id),
  )
  if (wanted.length === 0) return
  const { tables } = inventCounty(demoPeople(demo.pack))
  const stage = setStage(services, demo, routes)
  for (const dataset of wanted) {
    const login = headOf(demo, dataset.owner)
    const rows = tables.get(dataset.id) ?? []
    if (login === undefined || rows.length === 0) continue
    const at = clock.now()
    const cue = { actor: await stage.actorOf(login), at, key: `data-hub/${dataset.id}` }
    const file = await stage.bring(cue, `${dataset.name}.csv`, csvOf(dataset, dictionary, rows))
    const input = { dataset: dataset.id, file, asOf: dateOf(at.getTime()) }
    await stage.ask(cue, (router, options) => call(router.handOver, input, options))
  }
}

function headOf({ pack }: Demonstration, unit: string): string | undefined {
  return pack.people.find(({ posts }) => posts[0] === `${unit}.director`)?.login
}

type Dictionary = ReturnType<typeof catalogueAt>['dictionary']

/** As an office writes it: its own headings, codes in words. */
function csvOf(dataset: Dataset, dictionary: Dictionary, rows: readonly Row[]): Buffer {
  const lines = rows.map((row) =>
    dataset.fields.map(({ field }) => {
      const value = String(row[field] ?? '')
      return dictionary.get(field)?.codes?.[value] ?? value
    }),
  )
  const heads = dataset.fields.map(({ field, column }) => column ?? field)
  return Buffer.from([heads, ...lines].map((cells) => cells.join(',')).join('\r\n'))
}
