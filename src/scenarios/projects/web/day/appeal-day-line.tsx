import type { DayLine } from '#platform/contract/day-contract.ts'
import { PlainLine } from '#platform/web/day/plain-line.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { OwedAppeal } from '../../contract/appeals.ts'
import { ActLink } from '../act-link.tsx'

const words = {
  answer: ['答复', 'Answer'],
  says: [
    (by: string, reason: string) => `异议：${by}：${reason}`,
    (by: string, reason: string) => `Objection: ${by}: ${reason}`,
  ],
} as const

/** An objection that the unit owes an answer. */
export function OwnLine({ line }: { readonly line: DayLine }) {
  const t = useWords(words)
  const { appeal, title, by, reason } = line.own as OwedAppeal
  const answer = <ActLink page={line.page} title={title} act="answer" of={appeal} label={t.answer} />
  return <PlainLine line={line} note={t.says(by, reason)} action={answer} />
}
