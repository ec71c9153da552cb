import type { Transaction } from '#platform/server/database/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Catalogue } from './catalogue.ts'
import { freshMilliseconds } from './domain/dataset.ts'
import { listEarlier } from './earlier-store.ts'
import type { LookUpAsk } from './look-up-ask.ts'
import type { LookUpRow } from './look-up-row.ts'
import { hashOfSubject } from './subject.ts'

/** The look-ups that stand for those of `asks` that may take over what was asked before: fresh by how often their dataset changes. */
export async function findEarlier<Ask extends LookUpAsk>(
  tx: Transaction,
  { jurisdiction, personalData }: Services,
  { datasets }: Catalogue,
  asks: readonly Ask[],
  now: Date,
): Promise<ReadonlyMap<Ask, LookUpRow>> {
  const taking = asks.flatMap((ask) => {
    const dataset = datasets.get(ask.dataset)
    return dataset && ask.takeOver?.length ? [{ ask, dataset, cases: ask.takeOver }] : []
  })
  if (taking.length === 0) return new Map()
  const wanted = taking.map(({ ask, dataset, cases }) => ({
    ...{ dataset: ask.dataset, subject: hashOfSubject(personalData, ask.subject), fields: ask.fields, cases },
    ...{ organisation: ask.actor.organisation, matter: ask.purpose.matter },
    since: new Date(now.getTime() - freshMilliseconds(dataset.updates)),
  }))
  const found = await listEarlier(tx, jurisdiction, wanted)
  return new Map(found.flatMap(({ place, ...row }) => (taking[place] ? [[taking[place].ask, row]] : [])))
}
