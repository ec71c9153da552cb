import type { TreeHead } from '#platform/contract/journal-contract.ts'
import type { HeadVerifier } from '../head-verifier.ts'
import { readLines } from './read-lines.ts'
import { type Tally, Verifier } from './verifier.ts'

/**
 * What an export proves:
 * - `proven`: nothing was changed, deleted, inserted or reordered up to the outside head.
 * - `truncation-unprovable`: nothing was changed in what is there; whether its end was cut off cannot be told without a head
 *   that came another way.
 * - `altered`: see the findings, the first of them above all.
 */
export type Verdict = Tally & { readonly verdict: 'proven' | 'truncation-unprovable' | 'altered' }

/**
 * Verifies an export offline, a line at a time. `outside` are heads that did not come with the export: published ones, or
 * those of an earlier export; they must be signed by a known key (`OutsideHeadForged` otherwise).
 */
export async function verifyExport(
  stream: AsyncIterable<Buffer>,
  verifyHead: HeadVerifier,
  outside: readonly TreeHead[],
): Promise<Verdict> {
  const forged = outside.find((head) => verifyHead(head) !== 'signed')
  if (forged) throw new OutsideHeadForged(forged)
  const verifier = new Verifier(verifyHead, outside)
  for await (const lines of readLines(stream)) for (const line of lines) verifier.read(line)
  const tally = verifier.finish()
  return { ...tally, verdict: verdictOf(tally, outside.length > 0) }
}

/** The head to verify against is itself not signed by the key given. */
export class OutsideHeadForged extends Error {
  readonly head: TreeHead
  constructor(head: TreeHead) {
    super(`the outside head of size ${head.size} is not signed by a key given (its key is ${head.keyId})`)
    this.head = head
  }
}

function verdictOf(tally: Tally, hasOutside: boolean): Verdict['verdict'] {
  if (tally.findings.length > 0) return 'altered'
  return hasOutside ? 'proven' : 'truncation-unprovable'
}
