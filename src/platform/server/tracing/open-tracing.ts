import { randomBytes } from 'node:crypto'
import { context, trace } from '@opentelemetry/api'
import { withoutIdle } from './idle-filter.ts'
import { setTracing, wantedTrace } from './span.ts'

/** Where spans go. */
export type TracingOptions = {
  /** The collector's OTLP address over HTTP, as `http://127.0.0.1:4318/v1/traces`. */
  readonly url: string
  /** A bearer token for it. */
  readonly token: string | undefined
  /** The share of traces that is kept, 0 to 1. */
  readonly share: number
  readonly version: string
}

/** Traces that are collected in this process. */
export type Tracing = { stop(): Promise<void> }

const flushMilliseconds = 2000

/**
 * Collects traces and sends them in batches; a collector that is away costs nothing but the traces. The libraries are loaded here, so
 * that a process without traces does without them.
 */
export async function openTracing({ url, token, share, version }: TracingOptions): Promise<Tracing> {
  const [{ AsyncLocalStorageContextManager }, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] =
    await Promise.all([
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace'),
    ])
  const exporter = new OTLPTraceExporter({ url, ...(token && { headers: { authorization: `Bearer ${token}` } }) })
  const batches = new sdk.BatchSpanProcessor({ exporter, exportTimeoutMillis: flushMilliseconds })
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'xianqu', 'service.version': version }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    idGenerator: {
      generateTraceId: () => wantedTrace.getStore() ?? randomBytes(16).toString('hex'),
      generateSpanId: () => randomBytes(8).toString('hex'),
    },
    spanProcessors: [withoutIdle(batches)],
  })
  const contexts = new AsyncLocalStorageContextManager().enable()
  context.setGlobalContextManager(contexts)
  trace.setGlobalTracerProvider(provider)
  setTracing(true)
  return {
    stop: async () => {
      setTracing(false)
      await Promise.race([provider.shutdown().catch(() => undefined), after(flushMilliseconds)])
      trace.disable()
      context.disable()
    },
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
