import type { JournalProgress, SealingStatus } from '#platform/server/journal/index.ts'

/** What the doctor looks at, gathered by whoever calls: its rules take values and give findings. */
export type Subject = {
  readonly now: Date
  readonly data: string
  readonly isDemo: boolean
  readonly ownerUrl: string
  readonly jurisdiction: string
  readonly publishedYears: ReadonlySet<number>
  readonly sealing: SealingStatus
  readonly sweeps: readonly { readonly name: string; readonly oldestDue: Date | undefined }[]
  readonly projections: readonly JournalProgress[]
}
