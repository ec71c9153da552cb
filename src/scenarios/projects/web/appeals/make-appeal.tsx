import { Button } from '#platform/web/parts/button.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { useAct } from '../act-address.ts'
import { ReasonForm } from '../acts/reason-form.tsx'
import { type Call, useActCommand } from '../acts/use-act.ts'

const words = {
  reason: ['为什么不同意', 'Why you disagree'],
  send: ['提出异议', 'Object'],
  done: ['异议已提出', 'The objection is made'],
} as const

type MakeAppealProps<I, O> = {
  readonly title: string
  readonly lead: string
  readonly hint: string
  /** The thing objected to, of which a page may show several. */
  readonly of: string
  readonly call: Call<I, O>
  readonly inputOf: (reason: string) => I
}

/** The offer to disagree with a plate or an evaluation, and its form at the side. */
export function MakeAppeal<I, O>({ title, lead, hint, of, call, inputOf }: MakeAppealProps<I, O>) {
  const t = useWords(words)
  const address = useAct()
  const act = useActCommand(call, t.done, address.done)
  return (
    <div>
      <Button onClick={() => address.open('appeal', of)}>{title}</Button>
      {address.act === 'appeal' && address.of === of && (
        <Panel title={title} onClose={address.close}>
          <ReasonForm
            lead={lead}
            label={t.reason}
            hint={hint}
            send={t.send}
            act={act}
            onReason={(reason) => act.mutate(inputOf(reason))}
          />
        </Panel>
      )}
    </div>
  )
}
