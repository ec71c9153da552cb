import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../contract/views.ts'
import { type Act, useAct } from './act-address.ts'
import { tellParty } from './names.ts'
import css from './node-page.module.css'

const words = {
  next: ['下一步', 'Next'],
  report: ['填报进度', 'Report progress'],
  submit: ['提交成果', 'Submit'],
  accept: ['验收通过', 'Accept'],
  return: ['退回', 'Return'],
  planned: [
    (titles: string) =>
      titles ? `等待前置节点：${titles}。对方验收后系统自动推送，时限从那时起算。` : '项目启动后开始计时。',
    (titles: string) =>
      titles ? `Waits on ${titles}; its clock runs once they are accepted.` : 'Its clock runs once the project starts.',
  ],
  mine: ['填报进度；办完后提交成果，由牵头单位验收。', 'Report progress; submit the deliverable when it is done.'],
  again: ['成果被退回。按退回意见修改后重新提交。', 'It was returned. Mend it and submit again.'],
  theirs: [(party: string) => `由 ${party} 办理。`, (party: string) => `${party} is at work on it.`],
  judge: ['成果已提交，请核对材料后验收或退回。', 'Submitted: look at the evidence, then accept or return it.'],
  judged: [
    (party: string) => `成果已提交，等待 ${party} 验收。`,
    (party: string) => `Submitted; ${party} is to accept it.`,
  ],
  done: [(moment: string) => `已于 ${moment} 验收完成。`, (moment: string) => `Accepted ${moment}.`],
} as const

const offered = ['accept', 'return', 'report', 'submit'] as const satisfies readonly Act[]

/** What comes next, and the buttons for it where it is one's own. */
export function NodeActs({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  const sentence = useSentence(node)
  const { open } = useAct()
  const mine = offered.filter((act) => node.may[act])
  return (
    <Card title={t.next}>
      <div className={css.acts}>
        <p className={css.say}>{sentence}</p>
        {mine.length > 0 && (
          <div className={css.buttons}>
            {mine.map((act, at) => (
              <Button key={act} look={at === 0 ? 'main' : 'plain'} onClick={() => open(act)}>
                {t[act]}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Card>
  )
}

function useSentence(node: NodeDetail): string {
  const t = useWords(words)
  const dates = useDates()
  if (node.state === 'planned') return t.planned(node.waitsOn.join('、'))
  if (node.state === 'done') return t.done(dates.moment(node.finishedAt ?? node.deadline))
  if (node.state === 'submitted') return node.may.accept ? t.judge : t.judged(tellParty(node.acceptor))
  if (!node.may.report) return t.theirs(tellParty(node.owner))
  return node.state === 'returned' ? t.again : t.mine
}
