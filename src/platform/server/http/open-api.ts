import type { AnyContractRouter } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { fileOperations } from './file-operations.ts'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })

/** The OpenAPI 3.1 document of contracts, with the routes for files beside them, as text. */
export async function openApiDocument(contract: AnyContractRouter, version: string): Promise<string> {
  const document = await generator.generate(contract, {
    info: { title: '县区 Xianqu', version },
    servers: [{ url: '/api' }],
  })
  return `${JSON.stringify({ ...document, paths: { ...document.paths, ...fileOperations } }, null, 2)}\n`
}
