import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { listenHere, standBeside, tellStarter } from '#platform/server/process/index.ts'

/* A collector of traces: takes OTLP over HTTP as JSON and tells its parent every span. */

type Value = { readonly stringValue?: string; readonly intValue?: number }
type OtlpSpan = {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: Value }[]
}
type Body = {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[] }[]
}

const server = createServer(async (request, response) => {
  const { resourceSpans } = (await json(request)) as Body
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((one) => one.spans))
  tellStarter({ spans: spans.map(told), authorization: request.headers.authorization })
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
})

function told({ traceId, spanId, parentSpanId, name, attributes }: OtlpSpan) {
  const values = attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue])
  return { trace: traceId, id: spanId, parent: parentSpanId, name, attributes: Object.fromEntries(values) }
}

standBeside({ open: async () => ({ port: await listenHere(server) }) })
