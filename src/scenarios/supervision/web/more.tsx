import { Button } from '#platform/web/parts/button.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './desk.module.css'

const words = { more: ['更多', 'More'] } as const

type MoreProps = {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    fetchNextPage(): unknown
  }
}

/** Brings the next page of a list; nothing at its end. */
export function More({ list }: MoreProps) {
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
