import { useState } from 'react'
import { ActForm } from '#platform/web/parts/act-form.tsx'
import { TextArea } from '#platform/web/parts/field.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail } from '../../contract/views.ts'
import { api } from '../api.ts'
import { tellParty } from '../names.ts'
import { useActCommand } from '../use-act.ts'

/** Acts that need words and nothing else. */
type WordAct = 'accept' | 'return' | 'remind' | 'dispute' | 'withdraw'

const leads = {
  accept: [() => '验收后这项任务办结，时限停止。', () => 'The duty is answered then, and its clock stops.'],
  return: [
    (party: string) => `退回给 ${party}，时限继续计算。`,
    (party: string) => `It goes back to ${party}; the clock runs on.`,
  ],
  remind: [
    (party: string) => `${party} 会收到一条催办消息。催办有次数限制，逾期会自动升级。`,
    (party: string) => `${party} gets a reminder. Their number is limited; what is late climbs by itself.`,
  ],
  dispute: [
    () => '提出后时限暂停，由两办裁决：成立则改由其他单位承办，不成立则时限继续。',
    () => 'The clock stands still until the two offices decide.',
  ],
  withdraw: [
    () => '整件交办撤回，各单位不再需要办理；事项和理由仍然可以看到。',
    () => 'The whole matter is taken back; it stays visible with the reason.',
  ],
} as const

const words = {
  accept: ['验收意见（可不填）', 'Remark, if any'],
  return: ['退回理由', 'Reason'],
  remind: ['催办的话（可不填）', 'Words, if any'],
  dispute: ['为什么不该由本单位承办', 'Why it is not ours'],
  withdraw: ['撤回理由', 'Reason'],
  send: ['确认', 'Confirm'],
  done: ['已办理，记入过程', 'Done and recorded'],
} as const

type WordsFormProps = { readonly act: WordAct; readonly duty: DutyDetail; readonly onDone: () => void }

/** The form of an act that is told in words. */
export function WordsForm({ act, duty, onDone }: WordsFormProps) {
  const t = useWords(words)
  const lead = useWords(leads)[act]
  const [text, setText] = useState('')
  const send = useActCommand(sender(act, duty), t.done, onDone)
  const isNeeded = act !== 'accept' && act !== 'remind'
  return (
    <ActForm
      lead={lead(tellParty(duty.debtor))}
      label={t.send}
      danger={act === 'return' || act === 'withdraw'}
      act={send}
      blocked={isNeeded && text.trim().length < 2}
      onSubmit={() => send.mutate(text.trim())}
    >
      <TextArea
        label={t[act]}
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={2000}
        required={isNeeded}
      />
    </ActForm>
  )
}

type Options = { readonly context: { readonly idempotencyKey?: string } }

function sender(act: WordAct, { duty, matter }: DutyDetail) {
  return (text: string, options: Options): Promise<unknown> => {
    if (act === 'accept') return api.accept.call({ duty, note: text }, options)
    if (act === 'remind') return api.remind.call({ duty, note: text }, options)
    if (act === 'return') return api.return.call({ duty, reason: text }, options)
    if (act === 'dispute') return api.dispute.call({ duty, reason: text }, options)
    return api.withdrawMatter.call({ matter: matter.matter, reason: text }, options)
  }
}
