import type { Scope } from '#platform/server/database/index.ts'
import type { Recorded } from './live-store.ts'
import { messageOf } from './message.ts'

/** Somebody who watches. */
export type LiveReader = {
  /** What is watched: the first parts of the kinds of entries, as `plans`. */
  readonly topics: readonly string[]
  /** Whose eyes: entries that they may not read are as if they were not there. */
  readonly scope: Scope
  /** The session under which somebody watches, with the post that gives them their eyes. */
  readonly session?: WatchedSession
  /** Takes a piece of the stream; false where the reader is too slow to be kept. */
  write(text: string): boolean
  end(): void
}

/** A session in the post that somebody had in it. */
export type WatchedSession = { readonly id: string; readonly post: string }

type Group = { readonly of: LiveReader; readonly readers: Set<LiveReader> }

/** A stream ends after this and is taken up again by itself, so that what a post lost counts before long. */
const lifeMilliseconds = 300_000

/** The readers of a process. Those with the same topics and the same eyes form a group; what it is told is made once. */
export function readersOf() {
  const groups = new Map<string, Group>()
  const until = new Map<LiveReader, number>()

  const remove = (reader: LiveReader) => {
    const group = groups.get(keyOf(reader))
    group?.readers.delete(reader)
    if (group?.readers.size === 0) groups.delete(keyOf(reader))
    until.delete(reader)
  }
  const drop = (reader: LiveReader) => {
    remove(reader)
    reader.end()
  }
  const write = (to: Iterable<LiveReader>, message: string) => {
    for (const reader of [...to]) if (!reader.write(message)) drop(reader)
  }
  return {
    get size() {
      return until.size
    },
    add: (reader: LiveReader) => {
      const group = groups.get(keyOf(reader)) ?? { of: reader, readers: new Set() }
      groups.set(keyOf(reader), group)
      group.readers.add(reader)
      until.set(reader, performance.now() + lifeMilliseconds * (0.8 + 0.2 * Math.random()))
    },
    remove,
    tell: (recorded: readonly Recorded[], position: number) => {
      for (const { of, readers } of groups.values()) {
        const message = messageOf(recorded, of, position)
        if (message !== undefined) write(readers, message)
      }
    },
    tellAll: (message: string) => write(until.keys(), message),
    dropAged: (now: number) => {
      for (const [reader, end] of [...until]) if (end < now) drop(reader)
    },
    /** The sessions under which there are readers. */
    sessions: () => [...until.keys()].flatMap(({ session }) => (session ? [session] : [])),
    /** Lets those go whose session is not among those that are open. */
    dropEnded: (watched: readonly WatchedSession[], open: ReadonlySet<string>) => {
      const ended = new Set(watched.filter(({ id }) => !open.has(id)))
      for (const reader of [...until.keys()]) if (reader.session && ended.has(reader.session)) drop(reader)
    },
    /** A process that stops tells each reader another moment to come back at, so that they do not all come at once. */
    dropAll: () => {
      for (const reader of [...until.keys()]) {
        reader.write(`retry: ${Math.round(500 + 3500 * Math.random())}\n\n`)
        drop(reader)
      }
    },
  }
}

function keyOf({ topics, scope }: LiveReader): string {
  const eyes = scope.organisations === 'all' ? '*' : [...scope.organisations].sort().join(',')
  return `${[...topics].sort().join(',')} ${eyes}`
}
