const tags = ['文件 Files']
const problem = {
  description: 'Refused, with nothing kept',
  content: { 'application/problem+json': { schema: { type: 'object' } } },
}
const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})
const kept = {
  type: 'object',
  required: ['file', 'name', 'mediaType', 'bytes'],
  properties: {
    file: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    mediaType: { type: 'string' },
    bytes: { type: 'integer' },
  },
}

/** The routes for files in OpenAPI; they stream raw bytes, which contracts cannot say. */
export const fileOperations = {
  ...under('/files', 'files', 'A file that the post may see'),
  ...under('/portal/files', 'portal.files', 'A file of one’s own, or one that was made for oneself'),
}

function under(folder: string, name: string, seen: string) {
  return {
    [folder]: { post: upload(`${name}.upload`) },
    [`${folder}/{file}`]: { get: download(`${name}.download`, seen) },
  }
}

function upload(operationId: string) {
  return {
    tags,
    operationId,
    summary: 'Upload a photograph or file as evidence, at most 20 MB; or Project XML, at most 200 MB',
    parameters: [
      header('Idempotency-Key', '1 to 64 characters; a repeat gets the same answer'),
      header('X-File-Name', 'URI encoded, 1 to 255 characters'),
    ],
    requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
    responses: {
      200: { description: 'Kept', content: { 'application/json': { schema: kept } } },
      default: problem,
    },
  } as const
}

function download(operationId: string, summary: string) {
  return {
    tags,
    operationId,
    summary,
    parameters: [{ name: 'file', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
    responses: {
      200: { description: 'The bytes', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
      default: problem,
    },
  } as const
}
