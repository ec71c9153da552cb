import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import css from './next-page.module.css'

const words = { more: ['更多', 'More'], older: ['更早的', 'Older ones'] } as const

type NextPageProps = {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    fetchNextPage(): unknown
  }
}

/** Brings the next page of a list; nothing at its end. */
export function More({ list }: NextPageProps) {
  const t = useWords(words)
  if (!list.hasNextPage) return null
  return (
    <div className={css.more}>
      <Button onClick={() => list.fetchNextPage()} busy={list.isFetchingNextPage}>
        {t.more}
      </Button>
    </div>
  )
}

/** The same for a list that begins with the newest. */
export function Older({ list }: NextPageProps) {
  const t = useWords(words)
  if (!list.hasNextPage) return null
  return (
    <Button wide onClick={() => list.fetchNextPage()} busy={list.isFetchingNextPage}>
      {t.older}
    </Button>
  )
}
