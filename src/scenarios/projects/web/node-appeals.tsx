import { Card } from '#platform/web/parts/card.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../contract/views.ts'
import { Appeals } from './appeals/appeals.tsx'

const words = { title: ['异议', 'Objections'] } as const

/** Objections to the lamp and how they stand. */
export function NodeAppeals({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  if (node.appeals.length === 0) return null
  return (
    <Card title={t.title}>
      <Appeals appeals={node.appeals} mayAnswer={node.may.answerAppeal} />
    </Card>
  )
}
