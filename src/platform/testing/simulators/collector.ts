import { join } from 'node:path'
import { startBeside } from '#platform/server/process/index.ts'

/** A span as the collector was told of it. */
export type CollectedSpan = {
  readonly trace: string
  readonly id: string
  readonly parent?: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
}

/** A collector of traces, in a process of its own. */
export type Collector = {
  readonly url: string
  readonly spans: readonly CollectedSpan[]
  readonly tokens: ReadonlySet<string>
  stop(): Promise<void>
}

type Told = { readonly spans: readonly CollectedSpan[]; readonly authorization?: string }

/** Starts the collector. */
export async function startCollector(): Promise<Collector> {
  const spans: CollectedSpan[] = []
  const tokens = new Set<string>()
  const hear = (told: Told) => {
    spans.push(...told.spans)
    if (told.authorization !== undefined) tokens.add(told.authorization)
  }
  const file = join(import.meta.dirname, 'collector.process.ts')
  const { ready, stop } = await startBeside<{ readonly port: number }>(file, { hear })
  return {
    url: `http://127.0.0.1:${ready.port}/v1/traces`,
    spans,
    tokens,
    stop,
  }
}
