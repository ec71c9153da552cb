import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

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

type Told = { readonly port?: number; readonly spans?: readonly CollectedSpan[]; readonly authorization?: string }

/** Starts the collector. */
export async function startCollector(): Promise<Collector> {
  const child = fork(join(import.meta.dirname, 'collector.process.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const spans: CollectedSpan[] = []
  const tokens = new Set<string>()
  const [{ port }] = (await once(child, 'message')) as [Told]
  child.on('message', (told: Told) => {
    spans.push(...(told.spans ?? []))
    if (told.authorization !== undefined) tokens.add(told.authorization)
  })
  return {
    url: `http://127.0.0.1:${port}/v1/traces`,
    spans,
    tokens,
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
