import type { Generated } from './registries.ts'

/** The committed OpenAPI document: what `/api/openapi.json` serves. Loaded late, for it stands on the registry written first. */
export const openApi: Generated = {
  file: 'docs/api/openapi.json',
  async render() {
    const { scenarios } = await import('#apps/server/registry.generated.ts')
    const { openApiDocument } = await import('#platform/server/http/index.ts')
    const { contractOf, version } = await import('#platform/server/platform/index.ts')
    return openApiDocument(contractOf(scenarios), version)
  },
}
