import { type Loop, startLoop } from '#platform/server/loop/index.ts'
import { readRecorded } from './live-store.ts'
import { eventOf, messageOf } from './message.ts'
import { followedPosition, type LiveParts } from './position.ts'
import { type LiveReader, readersOf } from './readers.ts'

/** What tells live screens what has been recorded. */
export type LiveHub = {
  /**
   * Lets somebody watch from now on, or on from the position that they have seen; gives what leaves. Undefined where the
   * process has all the readers that it can carry, or has closed meanwhile.
   */
  join(reader: LiveReader, seen: number | undefined): Promise<(() => void) | undefined>
  readonly readers: number
  close(): Promise<void>
}

const pace = { busyMilliseconds: 250, idleMilliseconds: 500 }
const usualBeatMilliseconds = 20_000

/**
 * Follows the record once a process, whatever the number of readers; while nobody watches, nothing is read.
 * @example `const leave = await hub.join({ topics: ['plans'], scope, write, end }, lastEventId)`
 */
export function openLiveHub(parts: LiveParts): LiveHub {
  const readers = readersOf()
  const position = followedPosition(parts, readers.tell)
  let loop: Loop | undefined
  let beaten = performance.now()
  let isClosed = false
  const { stillOpen, beatMilliseconds = usualBeatMilliseconds } = parts

  const follow = async () => {
    const before = position.present
    const now = await position.look()
    if (performance.now() - beaten > beatMilliseconds) {
      beaten = performance.now()
      readers.dropAged(beaten)
      await dropEnded()
      readers.tellAll(eventOf('beat', now, { at: parts.clock.now().toISOString(), position: now }))
    }
    if (readers.size === 0) void rest()
    return now !== before
  }
  /** Whoever signed out, here or at another server, is told no more. */
  const dropEnded = async () => {
    const watched = readers.sessions()
    if (stillOpen && watched.length > 0) readers.dropEnded(watched, await stillOpen(watched))
  }
  const rest = () => {
    const resting = loop
    loop = undefined
    position.forget()
    return resting?.stop() ?? Promise.resolve()
  }
  const join = async (reader: LiveReader, seen: number | undefined) => {
    if (readers.size >= (parts.mostReaders ?? 20_000)) return undefined
    let told = seen
    do {
      const upTo = await position.look()
      await tellMissed(parts, reader, told, upTo)
      told = upTo
    } while (position.present !== undefined && position.present !== told)
    if (isClosed) return undefined
    position.keep(told)
    reader.write(eventOf('hello', told, { at: parts.clock.now().toISOString(), position: told }))
    readers.add(reader)
    loop ??= startLoop(follow, pace, parts.onError)
    return () => readers.remove(reader)
  }
  return {
    join,
    get readers() {
      return readers.size
    },
    close: () => {
      isClosed = true
      readers.dropAll()
      return rest()
    },
  }
}

/** What a reader missed, read under its own scope. A position from another time (a restore) counts as nothing seen. */
async function tellMissed(
  { database, jurisdiction }: LiveParts,
  reader: LiveReader,
  seen: number | undefined,
  upTo: number,
): Promise<void> {
  if (seen === undefined || seen >= upTo) return
  const recorded = await database.transaction(reader.scope, (tx) => readRecorded(tx, jurisdiction, seen, upTo))
  const message = messageOf(recorded, reader, upTo)
  if (message !== undefined) reader.write(message)
}
