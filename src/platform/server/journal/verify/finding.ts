/**
 * What can be wrong with an export.
 * - `changed`: an entry's header, payload or recorded position is not what was sealed (`part`).
 * - `deleted`, `inserted`, `reordered`: an entry is missing, was never sealed, or stands elsewhere.
 * - `between-heads`: something in the range was changed and the leaf hashes rewritten to fit; which entry it was, the export
 *   no longer tells.
 * - `truncated`: an outside head covers entries that the export has not.
 * - `uncovered`: entries after the last head that anybody signed.
 * - `rewritten`: the export fits its own heads but not an outside one: the record was replaced and signed anew.
 * - `head-forged`, `head-foreign`, `head-misplaced`, `head-missing`, `head-unknown-key`, `leaves-changed`: the entries may be
 *   right, but a head line is not.
 * - `unreadable`: a line that is no line of an export.
 */
export type FindingKind =
  | 'changed'
  | 'deleted'
  | 'inserted'
  | 'reordered'
  | 'between-heads'
  | 'truncated'
  | 'uncovered'
  | 'rewritten'
  | 'head-forged'
  | 'head-foreign'
  | 'head-misplaced'
  | 'head-missing'
  | 'head-unknown-key'
  | 'leaves-changed'
  | 'unreadable'

export type Finding = {
  readonly kind: FindingKind
  readonly part?: 'header' | 'payload' | 'position'
  /** The first position concerned, from 0. */
  readonly position: number
  /** The position after the last one concerned, where a range is all that can be told. */
  readonly until?: number
  /** The line of the export, from 1. */
  readonly line?: number
  /** The id that the line gives; a forger may have chosen it. */
  readonly entry?: string
}

/** A finding with the leaf hash that was sealed at its position and the one that the export has there, both hex. */
export type TracedFinding = Finding & { readonly expectedLeaf?: string; readonly foundLeaf?: string }

/**
 * Entries may have been moved farther than one head reaches: what is missing in one place and too much in another is then
 * reordered, not deleted and inserted. In the order of positions.
 */
export function reconcile(traced: readonly TracedFinding[]): Finding[] {
  const expected = new Set(traced.map((finding) => finding.expectedLeaf))
  const found = new Set(traced.map((finding) => finding.foundLeaf))
  expected.delete(undefined)
  found.delete(undefined)
  return traced
    .map(({ expectedLeaf, foundLeaf, ...finding }) =>
      found.has(expectedLeaf) || expected.has(foundLeaf) ? { ...finding, kind: 'reordered' as const } : finding,
    )
    .map(withoutPartWhereMoved)
    .sort((one, other) => one.position - other.position)
}

function withoutPartWhereMoved({ part, ...finding }: Finding): Finding {
  return part === undefined || finding.kind === 'reordered' ? finding : { ...finding, part }
}
