import { Button } from '#platform/web/parts/button.tsx'
import { useWords } from '#platform/web/words/words.ts'

const words = { older: ['更早的', 'Older ones'] } as const

type OlderProps = {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    fetchNextPage(): unknown
  }
}

/** Brings the next page of a list that begins with the newest; nothing at its end. */
export function Older({ list }: OlderProps) {
  const t = useWords(words)
  if (!list.hasNextPage) return null
  return (
    <Button wide onClick={() => list.fetchNextPage()} busy={list.isFetchingNextPage}>
      {t.older}
    </Button>
  )
}
