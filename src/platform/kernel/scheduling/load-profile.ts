/** How much of somebody's time is taken from when to when, on the axis of the schedule. */
export type Load = { readonly start: number; readonly finish: number; readonly amount: number }

/** What one person bears over time, as steps; loads are added one by one. */
export class LoadProfile {
  /** Rising positions, and what is borne from each of them to the next. */
  readonly #from: number[] = [-Infinity]
  readonly #borne: number[] = [0]

  add({ start, finish, amount }: Load): void {
    if (finish <= start) return
    const first = this.#stepAt(start)
    const last = this.#stepAt(finish)
    for (let step = first; step < last; step++) this.#borne[step] = (this.#borne[step] ?? 0) + amount
  }

  /** The most that is borne at once between two positions. */
  peak(start: number, finish: number): number {
    let most = 0
    for (let step = this.#placeOf(start); step < this.#from.length && (this.#from[step] ?? 0) < finish; step++)
      most = Math.max(most, this.#borne[step] ?? 0)
    return most
  }

  /** The first position from `from` on at which `amount` more can be borne for `duration` without passing `capacity`. */
  firstFit(from: number, duration: number, amount: number, capacity: number): number {
    if (amount > capacity) return from
    let start = from
    for (let step = this.#placeOf(from); step < this.#from.length; step++) {
      if ((this.#from[step] ?? 0) >= start + duration) break
      if ((this.#borne[step] ?? 0) + amount > capacity + tolerance) start = this.#from[step + 1] ?? start
    }
    return start
  }

  /** Where the step that holds a position stands. */
  #placeOf(position: number): number {
    let low = 0
    let high = this.#from.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((this.#from[middle] ?? 0) <= position) low = middle
      else high = middle
    }
    return low
  }

  /** The step that begins at a position, made where there is none. */
  #stepAt(position: number): number {
    const place = this.#placeOf(position)
    if (this.#from[place] === position) return place
    this.#from.splice(place + 1, 0, position)
    this.#borne.splice(place + 1, 0, this.#borne[place] ?? 0)
    return place + 1
  }
}

/** Sums of shares such as 0.1 are not exact. */
const tolerance = 1e-9
