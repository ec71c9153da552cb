import { equalHashes } from '#platform/kernel/merkle/index.ts'
import { hexOf } from '../hashing.ts'
import type { TracedFinding } from './finding.ts'
import type { ReadEntry } from './read-entry.ts'

/**
 * What differs between the entries of an export and the leaf hashes that a signed head vouches for, from position `from` on.
 * Leaf hashes never repeat (each header has an id of its own), so each entry can be told from each other by its leaf.
 */
export function compareSegment(
  entries: readonly ReadEntry[],
  sealed: readonly Uint8Array[],
  from: number,
): TracedFinding[] {
  if (entries.length === sealed.length && entries.every((entry, i) => equalHashes(entry.leaf, sealed[i]))) {
    return entries.flatMap((entry, i) => faultsInside(entry, from + i))
  }
  return new Comparison(entries, sealed, from).run()
}

/** What may be wrong in a line whose leaf is right. */
function faultsInside(entry: ReadEntry, position: number): TracedFinding[] {
  const found = { kind: 'changed', position, line: entry.line, ...(entry.id && { entry: entry.id }) } as const
  return [
    ...(entry.payload === 'changed' ? [{ ...found, part: 'payload' as const }] : []),
    ...(entry.position !== position ? [{ ...found, part: 'position' as const }] : []),
  ]
}

const unreadable = ''

/** Walks both rows side by side; where they part, says what happened and steps over it. */
class Comparison {
  readonly #entries: readonly ReadEntry[]
  readonly #found: readonly string[]
  readonly #sealed: readonly string[]
  readonly #from: number
  /** Leaves that stand in the rest of the export, and how often. */
  readonly #ahead = new Map<string, number>()
  /** Sealed leaves that have not been met yet. */
  readonly #wanted: Set<string>
  readonly #findings: TracedFinding[] = []

  constructor(entries: readonly ReadEntry[], sealed: readonly Uint8Array[], from: number) {
    this.#entries = entries
    this.#found = entries.map((entry) => (entry.leaf ? hexOf(entry.leaf) : unreadable))
    this.#sealed = sealed.map(hexOf)
    this.#from = from
    this.#wanted = new Set(this.#sealed)
    for (const leaf of this.#found) this.#ahead.set(leaf, this.#countAhead(leaf) + 1)
  }

  run(): TracedFinding[] {
    let index = 0
    let next = 0
    while (index < this.#sealed.length || next < this.#found.length) {
      const [sealedStep, foundStep] = this.#step(index, next)
      index += sealedStep
      next += foundStep
    }
    return this.#findings
  }

  /** How far to go on in the sealed row and in the export. */
  #step(index: number, next: number): readonly [number, number] {
    const sealed = this.#sealed[index]
    const found = this.#found[next]
    if (sealed !== undefined && !this.#wanted.has(sealed)) return [1, 0]
    if (sealed === found) return this.#match(index, next)
    const isSealedAhead = sealed !== undefined && this.#countAhead(sealed) > 0
    const isFoundWanted = found !== undefined && this.#wanted.has(found) && this.#countAhead(found) === 1
    if (isSealedAhead && isFoundWanted) return this.#report('reordered', index, next, [0, 1])
    if (sealed === undefined || isSealedAhead) return this.#report('inserted', index, next, [0, 1])
    if (found === undefined || isFoundWanted) return this.#report('deleted', index, next, [1, 0])
    return this.#report('changed', index, next, [1, 1])
  }

  #match(index: number, next: number): readonly [number, number] {
    this.#findings.push(...faultsInside(this.#entries[next] as ReadEntry, this.#from + index))
    this.#meet(this.#found[next])
    return [1, 1]
  }

  #report(
    kind: 'reordered' | 'inserted' | 'deleted' | 'changed',
    index: number,
    next: number,
    step: readonly [number, number],
  ): readonly [number, number] {
    const entry = kind === 'deleted' ? undefined : this.#entries[next]
    this.#findings.push({
      kind: entry !== undefined && entry.leaf === undefined ? 'unreadable' : kind,
      ...(kind === 'changed' && entry?.leaf && { part: 'header' }),
      position: this.#from + index,
      ...(entry && { line: entry.line }),
      ...(entry?.id !== undefined && { entry: entry.id }),
      ...(kind !== 'inserted' && kind !== 'reordered' && { expectedLeaf: this.#sealed[index] }),
      ...(kind !== 'deleted' && kind !== 'reordered' && { foundLeaf: this.#found[next] }),
    })
    if (step[1] === 1) this.#meet(this.#found[next])
    return step
  }

  #meet(leaf: string | undefined): void {
    if (leaf === undefined) return
    this.#wanted.delete(leaf)
    this.#ahead.set(leaf, this.#countAhead(leaf) - 1)
  }

  #countAhead(leaf: string): number {
    return this.#ahead.get(leaf) ?? 0
  }
}
