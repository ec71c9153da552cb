/** Rows that are drawn, or left out, together. */
export type RowBlock<T> = {
  /** The place of its first row in the outline. */
  readonly first: number
  readonly rows: readonly T[]
  /** Where each row begins, in pixels below the top of the outline. */
  readonly tops: readonly number[]
}

/** The rows of an outline cut into blocks. */
export type RowBlocks<T> = {
  readonly blocks: readonly RowBlock<T>[]
  /** Where each block begins, in pixels, and last where the outline ends. */
  readonly tops: readonly number[]
}

/**
 * Cuts an outline into blocks.
 * @param inBlock how many rows stand together
 * @param heightOf the height of a row, in pixels
 */
export function rowBlocks<T>(rows: readonly T[], inBlock: number, heightOf: (row: T) => number): RowBlocks<T> {
  const blocks: RowBlock<T>[] = []
  const ends = [0]
  let end = 0
  for (let first = 0; first < rows.length; first += inBlock) {
    const own = rows.slice(first, first + inBlock)
    const tops = own.map((row) => {
      const top = end
      end += heightOf(row)
      return top
    })
    blocks.push({ first, rows: own, tops })
    ends.push(end)
  }
  return { blocks, tops: ends }
}
