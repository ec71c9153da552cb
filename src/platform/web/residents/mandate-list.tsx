import type { MandateView } from '#platform/contract/mandate-contract.ts'
import { useCommand } from '../api/command.ts'
import { ConfirmButton } from '../parts/confirm-button.tsx'
import { FailureMessage } from '../parts/failure-message.tsx'
import { EmptyState } from '../parts/states.tsx'
import { useDates } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { mandateApi } from './mandate-api.ts'
import css from './resident-forms.module.css'

const words = {
  none: ['还没有委托。', 'There is no mandate yet.'],
  given: [(helper: string) => `${helper} 帮我办`, (helper: string) => `${helper} acts for me`],
  received: [(resident: string) => `我帮 ${resident} 办`, (resident: string) => `I act for ${resident}`],
  agent: [
    (helper: string, enterprise: string) => `${helper} 替 ${enterprise} 经办`,
    (helper: string, enterprise: string) => `${helper} acts for ${enterprise}`,
  ],
  agentMe: [(enterprise: string) => `我替 ${enterprise} 经办`, (enterprise: string) => `I act for ${enterprise}`],
  all: ['全部事项', 'all matters'],
  until: [(day: string) => `到 ${day} 为止`, (day: string) => `until ${day}`],
  withdrawn: [(day: string) => `已于 ${day} 撤回`, (day: string) => `withdrawn on ${day}`],
  ended: [(day: string) => `已于 ${day} 到期`, (day: string) => `ended on ${day}`],
  withdraw: ['撤回', 'Withdraw'],
  sure: ['确认撤回，马上生效', 'Withdraw it now'],
  session: ['本人手机委托', 'given from their own phone'],
  code: ['本人验证码同意', 'consented by a code'],
  form: ['窗口签字同意', 'signed at a window'],
} as const

type MandateListProps = {
  readonly mandates: readonly MandateView[]
  /** Whether an official looks at those of their post. */
  readonly isAtWork?: boolean
}

/** Mandates, those in force first as they come, each with its end and the way to end it now. */
export function MandateList({ mandates, isAtWork = false }: MandateListProps) {
  const t = useWords(words)
  const route = isAtWork ? mandateApi.withdrawAtWork : mandateApi.withdraw
  const withdraw = useCommand(route.call, { touches: [mandateApi.mine.key(), mandateApi.mineAtWork.key()] })
  const told = ({ mine, helperName, residentName, enterpriseName: firm }: MandateView) => {
    if (mine === 'given') return firm === null ? t.given(helperName) : t.agent(helperName, firm)
    return firm === null ? t.received(residentName) : t.agentMe(firm)
  }
  if (mandates.length === 0) return <EmptyState icon="me" title={t.none} />
  return (
    <>
      <FailureMessage error={withdraw.error} />
      <ul className={css.rows}>
        {mandates.map((mandate) => (
          <li key={mandate.mandate} className={css.row}>
            <div>
              <p>
                <strong>{told(mandate)}</strong>
              </p>
              <p>{mandate.matters === null ? t.all : mandate.matters.map(({ name }) => name).join('、')}</p>
              <Standing mandate={mandate} />
            </div>
            {mandate.state === 'in-force' && (
              <ConfirmButton
                label={t.withdraw}
                sure={t.sure}
                busy={withdraw.isPending && withdraw.variables.mandate === mandate.mandate}
                onConfirm={() => withdraw.mutate({ mandate: mandate.mandate })}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Standing({ mandate: { state, until, withdrawnAt, consent } }: { readonly mandate: MandateView }) {
  const t = useWords(words)
  const dates = useDates()
  const told = {
    'in-force': t.until(dates.day(until)),
    ended: t.ended(dates.day(until)),
    withdrawn: t.withdrawn(dates.day(withdrawnAt ?? until)),
  }
  return (
    <p className={css.muted}>
      {told[state]}，{t[consent]}
    </p>
  )
}
