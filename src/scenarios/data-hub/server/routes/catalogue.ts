import { catalogueAt, catalogueWorkbook } from '#platform/server/data-hub/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { DataHubImplementer } from '../implementer.ts'
import { viewCatalogue } from '../views/catalogue.ts'
import { viewDataset } from '../views/dataset.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The catalogue, one dataset of it, and the whole of it to take along. */
export const catalogueHandlers = (os: DataHubImplementer, services: Services) => {
  const all = () => [...catalogueAt(services.rules(), services.clock.now().getTime()).datasets.values()]
  return {
    catalogue: os.catalogue.handler(({ context: { call } }) => viewCatalogue(services, call)),
    dataset: os.dataset.handler(({ context: { call }, input }) => viewDataset(services, call, input.dataset)),
    catalogueWorkbook: os.catalogueWorkbook.handler(async () => {
      const bytes = await catalogueWorkbook(all())
      return new File([new Uint8Array(bytes)], '公共数据目录.xlsx', { type })
    }),
    catalogueJson: os.catalogueJson.handler(async () => ({ datasets: all().map((one) => ({ ...one })) })),
  }
}
