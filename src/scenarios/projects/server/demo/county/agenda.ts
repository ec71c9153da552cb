/** One thing that will happen. */
export type Event = { readonly at: number; happen(): Promise<void> }

/** What is still to happen, first things first; of two at one instant, the one that was put down first. */
export class Agenda {
  readonly #events: Event[] = []
  readonly #until: number

  /** What would happen at `until` or later is not put down. */
  constructor(until: number) {
    this.#until = until
  }

  add(at: number, happen: () => Promise<void>): void {
    if (at >= this.#until) return
    const place = this.#events.findLastIndex((event) => event.at <= at) + 1
    this.#events.splice(place, 0, { at, happen })
  }

  next(): Event | undefined {
    return this.#events.shift()
  }

  /** Lets nothing more happen. */
  clear(): void {
    this.#events.length = 0
  }
}
