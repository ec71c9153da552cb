import { useCallback, useRef, useState } from 'react'

const step = 200
const aheadOfSight = '1200px'

/**
 * The first rows of a very long list, and more of them as the reader comes near its end; ten thousand at once would stop the page.
 * @example
 * const { shown, more } = useGrowing(rows) // draw `shown`, then `more && <li ref={more} />`
 */
export function useGrowing<T>(items: readonly T[]) {
  const [count, setCount] = useState(step)
  const watch = useRef<IntersectionObserver>(undefined)
  const more = useCallback((end: Element | null) => {
    watch.current?.disconnect()
    if (!end) return
    const grow = (seen: readonly IntersectionObserverEntry[]) =>
      seen.some(({ isIntersecting }) => isIntersecting) && setCount((before) => before + step)
    watch.current = new IntersectionObserver(grow, { rootMargin: aheadOfSight })
    watch.current.observe(end)
  }, [])
  return {
    shown: items.length > count ? items.slice(0, count) : items,
    more: items.length > count ? more : undefined,
    count,
  }
}
