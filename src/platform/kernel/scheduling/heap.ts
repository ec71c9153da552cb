/** Places in the order of a comparison, the first one always at hand. */
export class Heap {
  readonly #items: number[] = []
  readonly #compare: (a: number, b: number) => number

  constructor(compare: (a: number, b: number) => number) {
    this.#compare = compare
  }

  push(item: number): void {
    this.#items.push(item)
    let at = this.#items.length - 1
    while (at > 0 && this.#isAbove(at, (at - 1) >> 1)) {
      this.#swap(at, (at - 1) >> 1)
      at = (at - 1) >> 1
    }
  }

  pop(): number | undefined {
    const top = this.#items[0]
    const last = this.#items.pop()
    if (this.#items.length === 0 || last === undefined) return top
    this.#items[0] = last
    let at = 0
    for (let next = this.#upperChild(at); next !== undefined; next = this.#upperChild(at)) {
      this.#swap(at, next)
      at = next
    }
    return top
  }

  #upperChild(at: number): number | undefined {
    let upper = at
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < this.#items.length && this.#isAbove(child, upper)) upper = child
    return upper === at ? undefined : upper
  }

  #isAbove(a: number, b: number): boolean {
    return this.#compare(this.#items[a] ?? 0, this.#items[b] ?? 0) < 0
  }

  #swap(a: number, b: number): void {
    const [one = 0, other = 0] = [this.#items[a], this.#items[b]]
    this.#items[a] = other
    this.#items[b] = one
  }
}
