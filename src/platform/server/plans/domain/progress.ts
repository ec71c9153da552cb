/** What a branch sums up of a leaf: its progress in per cent and its planned working time in milliseconds. */
export type Weighted = { readonly progress: number; readonly weight: number }

/** Progress of a branch, 0 to 1: its leaves' progress weighted by their planned working time; even where nobody planned any. */
export function progressOf(leaves: readonly Weighted[]): number {
  const whole = leaves.reduce((sum, leaf) => sum + leaf.weight, 0)
  if (leaves.length === 0) return 0
  if (whole === 0) return leaves.reduce((sum, leaf) => sum + leaf.progress, 0) / leaves.length / 100
  return leaves.reduce((sum, leaf) => sum + leaf.progress * leaf.weight, 0) / whole / 100
}
