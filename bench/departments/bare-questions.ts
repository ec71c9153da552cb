import { catalogueAt } from '#platform/server/data-hub/index.ts'
import type { TestPlatform } from '#platform/testing/platform.ts'

/** A dataset, and the connector over which its department is asked. */
type Question = { readonly dataset: string; readonly connector: string }

/** Asks departments at once, with nothing around it: no grant, no record. */
export async function askBare(
  { platform: { services }, clock }: Pick<TestPlatform, 'platform' | 'clock'>,
  questions: readonly Question[],
  number: string,
): Promise<void> {
  const { datasets, connectors } = catalogueAt(services.rules(), clock.now().getTime())
  await Promise.all(
    questions.map(({ dataset, connector }) => {
      const source = datasets.get(dataset)?.source
      const at = connectors.get(connector)
      if (source === undefined || source.kind === 'table' || at === undefined)
        throw new Error(`${dataset} is not asked`)
      return services.connectors.ask(at, { id: 'bench', asking: source, number, withinMilliseconds: 3000 })
    }),
  )
}
