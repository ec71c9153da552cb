import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Places from `first` up to, but not including, `end`. */
export type Range = { readonly first: number; readonly end: number }

/** As much again as one sees stands ready above and below: a wheel turned fast finds rows there. */
const readyShare = 0.5

/**
 * Which blocks of a long list in the page are near enough to be seen. Blocks, not rows: most frames of a scroll then change nothing.
 * @param tops where each block begins, in pixels below the top of the list, and last where the list ends
 * @param body what holds the blocks
 */
export function useBlocksInSight(tops: readonly number[], body: RefObject<HTMLElement | null>): Range {
  const [range, setRange] = useState<Range>({ first: 0, end: 0 })
  useLayoutEffect(() => {
    const look = () => {
      if (!body.current) return
      const above = -body.current.getBoundingClientRect().top
      const ready = window.innerHeight * readyShare
      const next = rangeBetween(tops, above - ready, above + window.innerHeight + ready)
      setRange((before) => (before.first === next.first && before.end === next.end ? before : next))
    }
    const lookNow = () => flushSync(look)
    look()
    window.addEventListener('scroll', lookNow, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', lookNow)
      window.removeEventListener('resize', look)
    }
  }, [tops, body])
  return range
}

/**
 * The blocks of which something lies between two heights, at least one.
 * @param tops ascending, and last the end of the last block
 */
export function rangeBetween(tops: readonly number[], from: number, to: number): Range {
  const count = tops.length - 1
  const first = Math.min(Math.max(0, placeAfter(tops, from) - 1), Math.max(0, count - 1))
  return { first, end: Math.max(Math.min(count, first + 1), Math.min(count, placeAfter(tops, to))) }
}

/** The first place whose top lies below this height, by halving. */
function placeAfter(tops: readonly number[], height: number): number {
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) <= height) low = middle + 1
    else high = middle
  }
  return low
}
