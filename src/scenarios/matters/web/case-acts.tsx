import { useAddress } from '#platform/web/address.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { CaseView } from '../contract/views.ts'
import { CompleteForm, ListForm, ReasonForm } from './act-forms.tsx'
import { ApplicantActs } from './applicant-acts.tsx'
import css from './cases.module.css'

export const actWords = {
  complete: ['办完这一步', 'Complete'],
  refuse: ['不予办理', 'Reject'],
  'ask-correction': ['要求补正', 'Ask for a correction'],
  reopen: ['重新办理', 'Open again'],
  reorder: ['重新发出划款指令', 'Order the payment anew'],
} as const

const words = {
  next: ['下一步', 'Next'],
  mine: [(step: string) => `本单位正在办：${step}`, (step: string) => `At your unit: ${step}`],
  gathering: [
    '正在向有关部门核验数据，齐全后自动受理，不需要您做什么。',
    'Departments are being asked; it goes on by itself.',
  ],
  lacking: [
    '有部门没有给出可用的数据：系统会自动再查，查到后自动受理，需要补的见“材料和数据”。',
    'A department gave no usable data: it is asked again by itself; see “Materials and data” for what helps.',
  ],
  correcting: ['正在等申请人补正，这一步的时限暂停。', 'The applicant is to correct something; the clock stands.'],
  others: ['由其他单位办理中，本单位现在没有要办的步骤。', 'Other units are at work; nothing waits for yours.'],
  over: ['这件已经办结。', 'The case has ended.'],
  failed: [
    (name: string, said: string) => `银行没有接受“${name}”的划款指令：${said}。核实后由资金支付人员重新发出。`,
    (name: string, said: string) =>
      `The bank did not take the order for “${name}”: ${said}. Once looked into, it is ordered anew.`,
  ],
  returned: [
    '款项被银行退回：请联系申请人，由本人在手机上或者在收件的窗口更正收款账户。',
    'The bank gave the money back: call the applicant, who corrects the account on their phone or at the window.',
  ],
} as const

type Act = keyof typeof actWords

/** What comes next at the reader's unit, and the forms for it. */
export function CaseActs({ view }: { readonly view: CaseView }) {
  const t = useWords(words)
  const acts = useWords(actWords)
  const [{ do: open, of }, change] = useAddress<{ do?: string; of?: string }>()
  const mine = view.steps.filter(({ may }) => may.some((act) => act !== 'correct'))
  const failed = view.outcomes.filter(({ said }) => said !== null)
  const close = () => change({ do: undefined, of: undefined })
  const step = view.steps.find((one) => one.step === of)
  return (
    <Card title={t.next}>
      <div className={css.small}>
        {mine.length === 0 && failed.length === 0 && <p>{tellIdle(t, view)}</p>}
        {mine.map((one) => (
          <div key={one.step} className={css.small}>
            <p>{t.mine(one.name)}</p>
            <div className={css.buttons}>
              {one.may.map((act) => (
                <Button
                  key={act}
                  look={act === 'complete' ? 'main' : act === 'refuse' ? 'danger' : 'plain'}
                  onClick={() => change({ do: act, of: one.step })}
                >
                  {acts[act as Act]}
                </Button>
              ))}
            </div>
          </div>
        ))}
        {failed.map(({ outcome, name, said, may }) => (
          <div key={outcome} className={css.small}>
            <p>{t.failed(name, said ?? '')}</p>
            {may.includes('reorder') && (
              <div className={css.buttons}>
                <Button look="main" onClick={() => change({ do: 'reorder', of: outcome })}>
                  {acts.reorder}
                </Button>
              </div>
            )}
          </div>
        ))}
        {view.may.includes('reopen') && (
          <div className={css.buttons}>
            <Button onClick={() => change({ do: 'reopen' })}>{acts.reopen}</Button>
          </div>
        )}
        <ApplicantActs view={view} />
      </div>
      {open !== undefined && open in actWords && (
        <Panel title={acts[open as Act]} onClose={close}>
          {open === 'reopen' && <ReasonForm view={view} act="reopen" onDone={close} />}
          {open === 'reorder' && <ReasonForm view={view} act="reorder" outcome={of} onDone={close} />}
          {open === 'complete' && step && <CompleteForm view={view} step={step} onDone={close} />}
          {open === 'refuse' && step && <ReasonForm view={view} act="refuse" step={step.step} onDone={close} />}
          {open === 'ask-correction' && step && <ListForm view={view} step={step.step} onDone={close} />}
        </Panel>
      )}
    </Card>
  )
}

type Idle = Readonly<Record<'gathering' | 'lacking' | 'correcting' | 'others' | 'over' | 'returned', string>>

function tellIdle(t: Idle, { endedAt, state, materials, steps, returned }: CaseView): string {
  if (returned) return t.returned
  if (endedAt !== null) return t.over
  if (state === 'gathering') return materials.some(({ trouble }) => trouble !== null) ? t.lacking : t.gathering
  return steps.some((step) => step.state === 'correcting') ? t.correcting : t.others
}
