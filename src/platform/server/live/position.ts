import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import { type Recorded, readPosition, readRecorded } from './live-store.ts'
import type { WatchedSession } from './readers.ts'

/** What the hub works with. */
export type LiveParts = {
  readonly database: Database
  readonly jurisdiction: JurisdictionId
  readonly clock: Clock
  /** Figures and lists that must have followed before a reader is told to look. */
  readonly projections: readonly string[]
  readonly onError: (error: unknown) => void
  /** Which of these sessions are open, in the post that is named; asked at each beat. None is asked where there is nothing to ask. */
  readonly stillOpen?: (sessions: readonly WatchedSession[]) => Promise<ReadonlySet<string>>
  /** How long between beats, in milliseconds; 20 seconds where it is left out. */
  readonly beatMilliseconds?: number
  readonly mostReaders?: number
}

/**
 * Where the record stands, looked at for all readers at once; those who ask while a look is under way get the same one. What
 * each look finds new goes to `onNews`, without a gap and without a repeat.
 */
export function followedPosition(parts: LiveParts, onNews: (recorded: readonly Recorded[], position: number) => void) {
  let present: number | undefined
  let looking: Promise<number> | undefined
  const lookOnce = async () => {
    const before = present
    const [upTo, recorded] = await parts.database.asSystem(parts.jurisdiction, async (tx) => {
      const now = await readPosition(tx, parts.jurisdiction, parts.projections)
      const isNews = before !== undefined && now > before
      return [now, isNews ? await readRecorded(tx, parts.jurisdiction, before, now) : []] as const
    })
    present = Math.max(upTo, before ?? 0)
    if (recorded.length > 0) onNews(recorded, present)
    return present
  }
  return {
    /** The position last seen; undefined where nobody watches. */
    get present() {
      return present
    },
    look: () => {
      looking ??= lookOnce().finally(() => {
        looking = undefined
      })
      return looking
    },
    /** Nobody watches any more: the next look begins anew. */
    forget: () => {
      present = undefined
    },
    keep: (position: number) => {
      present ??= position
    },
  }
}
