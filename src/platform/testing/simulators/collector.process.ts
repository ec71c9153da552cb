import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

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
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as Body
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((one) => one.spans))
  process.send?.({ spans: spans.map(told), authorization: request.headers.authorization })
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
})

function told({ traceId, spanId, parentSpanId, name, attributes }: OtlpSpan) {
  const values = attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue])
  return { trace: traceId, id: spanId, parent: parentSpanId, name, attributes: Object.fromEntries(values) }
}

process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
