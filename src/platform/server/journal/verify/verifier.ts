import { z } from 'zod'
import { TreeHead } from '#platform/contract/journal-contract.ts'
import { emptyFrontier, extendFrontier, type Frontier, hashLength, rootOf } from '#platform/kernel/merkle/index.ts'
import type { HeadLine } from '../export/index.ts'
import { hasher, hexOf } from '../hashing.ts'
import type { HeadVerifier } from '../head-verifier.ts'
import { compareSegment } from './compare-segment.ts'
import type { Finding, FindingKind, TracedFinding } from './finding.ts'
import { reconcile } from './finding.ts'
import { type ReadEntry, readEntry } from './read-entry.ts'

const HeadLineRead = z.strictObject({
  type: z.literal('head'),
  head: z.strictObject(TreeHead.shape),
  leaves: z.string(),
})

/** What the lines of an export came to. */
export type Tally = {
  /** Entries that signed heads vouch for. */
  readonly size: number
  readonly entries: number
  readonly heads: number
  readonly payloadsMissing: number
  /** Payloads missing although no entry orders them erased. */
  readonly payloadsMissingWithoutOrder: number
  /** At most a thousand, in the order of positions. */
  readonly findings: readonly Finding[]
}

const findingsKept = 1000
const headStart = Buffer.from('{"type":"head"')
const metaStart = Buffer.from('{"type":"meta"')

/**
 * Takes the lines of an export one after another and keeps no more of them than lie between two heads. `outside` are heads
 * that came another way, verified already.
 *
 * Between two heads it knows the tree before (`#frontier`) and the entries read since. A head closes the segment: the leaf
 * hashes in its line, laid onto the tree before, must give the signed root; then they are beyond doubt, and whatever differs
 * from them is named. Where they do not, the entries themselves may; else nothing after can be laid onto a known tree, and
 * the verifier is lost.
 */
export class Verifier {
  readonly #verifyHead: HeadVerifier
  readonly #outside: readonly TreeHead[]
  #frontier: Frontier = emptyFrontier
  #open: ReadEntry[] = []
  #isLost = false
  /** The size up to which an outside head agrees. */
  #agreed = 0
  #line = 0
  #entries = 0
  #heads = 0
  #jurisdiction: string | undefined
  #findings: TracedFinding[] = []
  readonly #missing = new Set<string>()
  readonly #ordered = new Set<string>()

  constructor(verifyHead: HeadVerifier, outside: readonly TreeHead[]) {
    this.#verifyHead = verifyHead
    this.#outside = outside.toSorted((one, other) => Number(one.size) - Number(other.size))
    this.#jurisdiction = outside[0]?.jurisdiction
  }

  read(line: Buffer): void {
    this.#line += 1
    if (line.length === 0 || startsWith(line, metaStart)) return
    if (startsWith(line, headStart)) this.#readHead(line)
    else this.#readEntry(line)
  }

  finish(): Tally {
    if (!this.#isLost) this.#closeByOutside()
    return {
      size: this.#frontier.size,
      entries: this.#entries,
      heads: this.#heads,
      payloadsMissing: this.#missing.size,
      payloadsMissingWithoutOrder: [...this.#missing].filter((id) => !this.#ordered.has(id)).length,
      findings: reconcile(this.#findings).slice(0, findingsKept),
    }
  }

  #readEntry(line: Buffer): void {
    this.#entries += 1
    if (this.#isLost) return
    const entry = readEntry(line, this.#line, this.#frontier.size + this.#open.length)
    if (entry.payload === 'missing' && entry.id !== undefined) this.#missing.add(entry.id)
    for (const id of entry.erases) this.#ordered.add(id)
    this.#open.push(entry)
  }

  #readHead(line: Buffer): void {
    this.#heads += 1
    if (this.#isLost) return
    const parsed = parseHeadLine(line)
    const fault = parsed ? this.#faultOf(parsed.head) : 'head-forged'
    if (fault !== undefined || parsed === undefined) {
      this.#find({ kind: fault ?? 'head-forged', position: this.#frontier.size, line: this.#line })
      return
    }
    this.#jurisdiction = parsed.head.jurisdiction
    this.#close(parsed.head, splitLeaves(parsed.leaves))
  }

  #faultOf(head: TreeHead): FindingKind | undefined {
    const signature = this.#verifyHead(head)
    if (signature !== 'signed') return signature === 'forged' ? 'head-forged' : 'head-unknown-key'
    if (this.#jurisdiction !== undefined && head.jurisdiction !== this.#jurisdiction) return 'head-foreign'
    return Number(head.size) <= this.#frontier.size ? 'head-misplaced' : undefined
  }

  #close(head: TreeHead, listed: readonly Uint8Array[]): void {
    const from = this.#frontier.size
    const count = Number(head.size) - from
    const sealed = [listed, this.#openLeaves()].find((leaves) => leaves.length === count && this.#gives(leaves, head))
    if (sealed === undefined) {
      this.#find({ kind: 'between-heads', position: from, until: from + count, line: this.#line })
      this.#isLost = true
      return
    }
    if (sealed !== listed) this.#reportListed(listed, from, count)
    this.#accept(sealed)
  }

  /** The entries give the signed root and the list of leaf hashes does not: it is shorter by a head, or was changed. */
  #reportListed(listed: readonly Uint8Array[], from: number, count: number): void {
    const isShort = listed.length > 0 && listed.length < count
    const position = isShort ? from + count - listed.length : from
    this.#find({ kind: isShort ? 'head-missing' : 'leaves-changed', position, line: this.#line })
  }

  #accept(sealed: readonly Uint8Array[]): void {
    const from = this.#frontier.size
    this.#findings.push(...compareSegment(this.#open, sealed, from))
    for (const head of this.#outside.filter(
      ({ size }) => Number(size) > from && Number(size) <= from + sealed.length,
    )) {
      const isSame = this.#gives(sealed.slice(0, Number(head.size) - from), head)
      if (isSame) this.#agreed = Number(head.size)
      else this.#find({ kind: 'rewritten', position: this.#agreed, until: Number(head.size) })
    }
    this.#frontier = extendFrontier(hasher, this.#frontier, sealed)
    this.#open = []
  }

  /** At the end: entries after the last head of the export may be vouched for by an outside head, which may also want more. */
  #closeByOutside(): void {
    const leaves = this.#openLeaves()
    const covering = this.#outside.find((head) => {
      return Number(head.size) === this.#frontier.size + leaves.length && this.#gives(leaves, head)
    })
    if (covering && leaves.length > 0) this.#accept(leaves)
    if (this.#open.length > 0) {
      const until = this.#frontier.size + this.#open.length
      this.#find({ kind: 'uncovered', position: this.#frontier.size, until, ...this.#placeOf(this.#open[0]) })
    }
    const largest = Math.max(0, ...this.#outside.map(({ size }) => Number(size)))
    const end = this.#frontier.size + this.#open.length
    if (largest > end) this.#find({ kind: 'truncated', position: end, until: largest })
  }

  #gives(leaves: readonly Uint8Array[], head: TreeHead): boolean {
    return hexOf(rootOf(hasher, extendFrontier(hasher, this.#frontier, leaves))) === head.root
  }

  #openLeaves(): readonly Uint8Array[] {
    return this.#open.map((entry) => entry.leaf).filter((leaf) => leaf !== undefined)
  }

  #placeOf(entry: ReadEntry | undefined): Pick<Finding, 'line' | 'entry'> {
    return { ...(entry && { line: entry.line }), ...(entry?.id !== undefined && { entry: entry.id }) }
  }

  #find(finding: Finding): void {
    this.#findings.push(finding)
  }
}

function startsWith(line: Buffer, start: Buffer): boolean {
  return line.subarray(0, start.length).equals(start)
}

function parseHeadLine(line: Buffer): HeadLine | undefined {
  try {
    const { type, head, leaves } = HeadLineRead.parse(JSON.parse(line.toString('utf8')))
    const isWhole = Buffer.from(leaves, 'base64').length % hashLength === 0
    const isOurs = isWhole && isCanonical(leaves, 'base64') && isCanonical(head.signature, 'base64url')
    return isOurs ? { type, head, leaves } : undefined
  } catch {
    return undefined
  }
}

/** Base64 has several ways to write the same bytes; only one is ours. */
function isCanonical(text: string, encoding: 'base64' | 'base64url'): boolean {
  return Buffer.from(text, encoding).toString(encoding) === text
}

function splitLeaves(base64: string): readonly Uint8Array[] {
  const bytes = Buffer.from(base64, 'base64')
  return Array.from({ length: bytes.length / hashLength }, (_, i) =>
    bytes.subarray(i * hashLength, (i + 1) * hashLength),
  )
}
