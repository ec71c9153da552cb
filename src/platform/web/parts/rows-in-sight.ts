import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'

const fewRows = 200
const rowHeightPx = 41

/**
 * Which rows of a table in the page are near enough to be seen, and how much room the others take: ten thousand at once would stop
 * the page. A short table is there as a whole, so that one can search in it.
 * @param body what holds the rows
 */
export function useRowsInSight(count: number, body: RefObject<HTMLElement | null>) {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY)
  }, [body])
  const isLong = count > fewRows
  const virtual = useWindowVirtualizer({
    count: isLong ? count : 0,
    estimateSize: () => rowHeightPx,
    overscan: 16,
    scrollMargin: top,
  })
  if (!isLong) {
    return { places: Array.from({ length: count }, (_, place) => place), before: 0, after: 0, measure: undefined }
  }
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items[items.length - 1]]
  return {
    places: items.map(({ index }) => index),
    before: first ? first.start - top : 0,
    after: last ? virtual.getTotalSize() + top - last.end : 0,
    measure: virtual.measureElement,
  }
}
