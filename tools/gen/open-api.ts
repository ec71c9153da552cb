import { scenarios } from '#apps/server/registry.generated.ts'
import { openApiDocument } from '#platform/server/http/index.ts'
import { contractOf, version } from '#platform/server/platform/index.ts'
import type { Generated } from './registries.ts'

/** The committed OpenAPI document: what `/api/openapi.json` serves. */
export const openApi: Generated = {
  file: 'docs/api/openapi.json',
  render: () => openApiDocument(contractOf(scenarios), version),
}
