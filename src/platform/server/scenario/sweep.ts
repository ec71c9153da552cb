/** Work that time alone brings: finds what is due, records it, says how much it did. */
export type Sweep = {
  readonly name: string
  /** How many it takes at once, where that is not what sweeps take by themselves. */
  readonly batch?: number
  /** Does at most `limit` of what is due at `now`, in one transaction; gives how many. Many may run at once. */
  once(now: Date, limit: number): Promise<number>
  /** When the thing that comes next is due, in the past where it waits for the sweep: for the doctor and the alarms. */
  oldestDue?(): Promise<Date | undefined>
}
