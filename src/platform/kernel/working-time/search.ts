/** Index of the first element above `value` in a rising row; its length where there is none. */
export function firstAbove(rising: Float64Array | Int32Array, value: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}
