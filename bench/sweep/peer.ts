/** A job queue that holds timed jobs. */
export type Peer = {
  readonly name: string
  /** Its name inside a metric's. */
  readonly slug: string
  /** Opens it with so many jobs in the far future. */
  open(url: string, held: number): Promise<Queue>
}

/** An open queue. */
export type Queue = {
  /**
   * Lets so many jobs fall due and be done; gives how many a second. A job does nothing, or the work that is given: that of one job, or of
   * a batch where the queue hands over batches.
   */
  perSecond(count: number, work?: (jobs: number) => Promise<void>): Promise<number>
  close(): Promise<void>
}
