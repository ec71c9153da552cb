import { type Language, useLanguage, useWords, wordsIn } from '#platform/web/words/words.ts'
import { tellWorkingTime } from '#platform/web/words/working-time.ts'
import type { NodeDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import { tellParty } from '../names.ts'
import { ReasonForm } from './reason-form.tsx'
import { useActCommand } from './use-act.ts'

const words = {
  lead: [
    '异议由牵头单位限时答复，提出和答复都记入过程。',
    'The lead unit owes an answer in time; both stay on record.',
  ],
  reason: ['为什么不同意', 'Why you disagree'],
  hint: [
    '写清事实，例如前置节点何时才完成、材料在哪里。',
    'The facts: when a predecessor ended, where the evidence is.',
  ],
  send: ['提出异议', 'Object'],
  done: ['异议已提出', 'The objection is made'],
  upstream: [
    (title: string, party: string, time: string) => `上游延误：根源是“${title}”（${party}），逾期 ${time}。`,
    (title: string, party: string, time: string) => `Late upstream: the root is “${title}” (${party}), ${time} late.`,
  ],
} as const

/** Disagrees with a lamp. */
export function AppealForm({ node, onDone }: { readonly node: NodeDetail; readonly onDone: () => void }) {
  const t = useWords(words)
  const language = useLanguage()
  const act = useActCommand(api.appeal.call, t.done, onDone)
  return (
    <ReasonForm
      lead={t.lead}
      label={t.reason}
      hint={t.hint}
      send={t.send}
      act={act}
      prefilled={groundOf(node, language)}
      onReason={(reason) => act.mutate({ node: node.node, reason })}
    />
  )
}

/** Lateness that came from upstream is a ground: the roots stand there to begin with. */
function groundOf({ upstream, remaining }: NodeDetail, language: Language): string {
  const t = wordsIn(words, language)
  return upstream
    .filter(({ root }) => root)
    .map(({ title, owner, lateWorkingMinutes }) => {
      const time = tellWorkingTime(lateWorkingMinutes, remaining?.minutesPerDay ?? minutesPerDay, language)
      return t.upstream(title, tellParty(owner), time)
    })
    .join('')
}

const minutesPerDay = 480
