import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyAct, DutyDetail } from '../contract/views.ts'
import { api } from './api.ts'
import css from './duty.module.css'
import { tellParty } from './names.ts'
import { useAct, useActCommand } from './use-act.ts'

/** What each act is called on its button and above its form. */
export const actWords = {
  acknowledge: ['签收', 'Acknowledge'],
  report: ['反馈进展', 'Report'],
  submit: ['提交办理结果', 'Submit the answer'],
  accept: ['验收通过', 'Accept'],
  return: ['退回', 'Return'],
  remind: ['催办', 'Urge'],
  delegate: ['转交本单位人员', 'Delegate'],
  extend: ['申请延期', 'Ask for more time'],
  dispute: ['对交办有争议', 'Dispute the assignment'],
  appeal: ['对升级提出申诉', 'Appeal'],
  withdraw: ['撤回交办', 'Withdraw'],
} as const satisfies Record<DutyAct, readonly [string, string]>

const words = {
  next: ['下一步', 'Next'],
  acknowledged: ['已签收', 'Acknowledged'],
  acknowledgeFirst: ['先签收，让交办方知道有人在办。', 'Acknowledge it first, so that whoever gave it knows.'],
  mine: ['反馈进展；办完后附材料提交，由验收单位确认。', 'Report progress; submit the answer with evidence once done.'],
  theirs: [(party: string) => `由 ${party} 办理。`, (party: string) => `${party} is at work on it.`],
  judge: ['结果已提交，请核对材料后验收或退回。', 'Submitted: look at the evidence, then accept or return it.'],
  judged: [
    (party: string) => `结果已提交，等待 ${party} 验收。`,
    (party: string) => `Submitted; ${party} is to accept it.`,
  ],
  answered: ['已验收办结。', 'Accepted: it is answered.'],
  withdrawn: ['已撤回，不再需要办理。', 'Withdrawn: it is owed no more.'],
} as const

/** What comes next, and the buttons for what the reader may do. */
export function DutyActs({ duty }: { readonly duty: DutyDetail }) {
  const t = useWords(words)
  const acts = useWords(actWords)
  const { open } = useAct()
  const acknowledge = useActCommand(api.acknowledge.call, t.acknowledged, () => undefined)
  return (
    <Card title={t.next}>
      <p className={css.say}>{useSentence(duty)}</p>
      <div className={css.buttons}>
        {duty.may.map((act, at) => (
          <Button
            key={act}
            look={at === 0 ? 'main' : act === 'withdraw' ? 'danger' : 'plain'}
            busy={act === 'acknowledge' && acknowledge.isPending}
            onClick={() => (act === 'acknowledge' ? acknowledge.mutate({ duty: duty.duty }) : open(act))}
          >
            {acts[act]}
          </Button>
        ))}
      </div>
    </Card>
  )
}

function useSentence({ state, may, debtor, acceptor }: DutyDetail): string {
  const t = useWords(words)
  if (state === 'answered') return t.answered
  if (state === 'withdrawn') return t.withdrawn
  if (state === 'submitted') return may.includes('accept') ? t.judge : t.judged(tellParty(acceptor))
  if (may.includes('acknowledge')) return t.acknowledgeFirst
  return may.includes('submit') ? t.mine : t.theirs(tellParty(debtor))
}
