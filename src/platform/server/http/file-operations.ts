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

/** The routes for files in OpenAPI; they stream raw bytes, which contracts cannot say. */
export const fileOperations = {
  '/files': {
    post: {
      tags,
      operationId: 'files.upload',
      summary: 'Upload a photograph or file as evidence, at most 20 MB; or Project XML, at most 200 MB',
      parameters: [
        header('Idempotency-Key', '1 to 64 characters; a repeat gets the same answer'),
        header('X-File-Name', 'URI encoded, 1 to 255 characters'),
      ],
      requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
      responses: {
        200: {
          description: 'Kept',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['file', 'name', 'mediaType', 'bytes'],
                properties: {
                  file: { type: 'string', format: 'uuid' },
                  name: { type: 'string' },
                  mediaType: { type: 'string' },
                  bytes: { type: 'integer' },
                },
              },
            },
          },
        },
        default: problem,
      },
    },
  },
  '/files/{file}': {
    get: {
      tags,
      operationId: 'files.download',
      summary: 'A file that the post may see',
      parameters: [{ name: 'file', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      responses: {
        200: { description: 'The bytes', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
        default: problem,
      },
    },
  },
} as const
