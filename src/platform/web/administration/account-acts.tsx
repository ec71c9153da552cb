import type { PersonEntry } from '#platform/contract/identity-contract.ts'
import { useCommand } from '../api/command.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { useNotice } from '../shell/notice.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import css from './administration.module.css'
import { identityApi } from './identity-api.ts'

const words = {
  activation: ['发激活码', 'Issue an activation code'],
  activationHint: [
    '新账号或忘了密码的，凭激活码自己设密码；以前的激活码随即作废。请当面核对本人再给。',
    'With it the person chooses a password, new or forgotten; the code before it no longer counts. Make sure who they are.',
  ],
  once: ['激活码只显示这一次：', 'The code is shown this once:'],
  until: [(moment: string) => `${moment} 前有效`, (moment: string) => `Good until ${moment}`],
  unlock: ['解除锁定', 'Unlock'],
  unlocked: ['已解除锁定', 'Unlocked'],
  factor: ['撤销动态口令', 'Remove the second factor'],
  removed: ['已撤销，本人下次只用密码登录，请提醒重新启用', 'Removed; remind them to enrol again'],
} as const

/** What the system administrator does to the account of one person. */
export function AccountActs({ person }: { readonly person: PersonEntry }) {
  const t = useWords(words)
  const dates = useDates()
  const tell = useNotice()
  const issue = useCommand(identityApi.issueActivation.call)
  const unlock = useCommand(identityApi.unlock.call, { onDone: () => tell(t.unlocked) })
  const remove = useCommand(identityApi.removeSecondFactor.call, { onDone: () => tell(t.removed) })
  const of = { person: person.id }
  return (
    <Card title={person.name}>
      <div className={css.stack}>
        <p className={css.note}>{person.organisations.join('、')}</p>
        <p>{t.activationHint}</p>
        <div className={css.buttons}>
          <Button look="main" busy={issue.isPending} onClick={() => issue.mutate(of)}>
            {t.activation}
          </Button>
          <Button busy={unlock.isPending} onClick={() => unlock.mutate(of)}>
            {t.unlock}
          </Button>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate(of)}>
            {t.factor}
          </Button>
        </div>
        <FailureMessage error={issue.error ?? unlock.error ?? remove.error} />
        {issue.data && (
          <div role="status">
            <p>{t.once}</p>
            <p className={css.code}>{issue.data.code}</p>
            <p className={css.note}>{t.until(dates.moment(issue.data.until))}</p>
          </div>
        )}
      </div>
    </Card>
  )
}
