import type { Scope } from '#platform/server/database/index.ts'
import type { Recorded } from './live-store.ts'

const mostStreams = 50

/** What a reader is told of a stretch of the record; undefined where nothing in it concerns it. */
export function messageOf(
  recorded: readonly Recorded[],
  reader: { readonly topics: readonly string[]; readonly scope: Scope },
  position: number,
): string | undefined {
  const told = recorded.filter(({ topic, readers }) => reader.topics.includes(topic) && mayRead(reader.scope, readers))
  if (told.length === 0) return undefined
  const topics = [...new Set(told.map(({ topic }) => topic))].sort()
  const streams = [...new Set(told.flatMap((one) => one.streams))].slice(0, mostStreams)
  return eventOf('changed', position, { position, topics, streams })
}

/** An event of the stream (HTML, server-sent events), under the position that a resumed reader comes back with. */
export function eventOf(event: 'hello' | 'changed' | 'beat', position: number, data: object): string {
  return `id: ${position}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** The same rule as the database's `access.may_read`. */
function mayRead({ organisations }: Scope, readers: readonly string[] | null): boolean {
  if (readers === null || organisations === 'all') return true
  const own: readonly string[] = organisations
  return readers.some((reader) => own.includes(reader))
}
