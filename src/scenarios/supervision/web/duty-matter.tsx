import { Link } from '@tanstack/react-router'
import { useCommand } from '#platform/web/api/command.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Masked } from '#platform/web/vocabulary/masked.tsx'
import { Rung } from '#platform/web/vocabulary/rung.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { DutyDetail, RequestView } from '../contract/views.ts'
import { api } from './api.ts'
import css from './duty.module.css'
import { stateWords, tellParty, urgencyWords } from './names.ts'
import { useAct } from './use-act.ts'

const words = {
  by: ['交办', 'Given by'],
  urgency: ['紧急程度', 'Urgency'],
  complainant: ['反映人', 'Complainant'],
  confidential: ['知悉范围', 'Known to'],
  units: ['承办', 'Units'],
  acceptor: ['验收', 'Acceptor'],
  lead: ['牵头', 'lead'],
  part: ['配合', 'partner'],
  due: ['办结时限', 'Deadline'],
} as const

/** The matter as it was given, and every unit's part. */
export function DutyMatter({ duty }: { readonly duty: DutyDetail }) {
  const t = useWords(words)
  const dates = useDates()
  const isChinese = useLanguage() === 'zh'
  const { matter } = duty
  return (
    <>
      <p className={css.content}>{matter.content}</p>
      <Facts
        rows={[
          [t.by, dotted(matter.opener, dates.moment(matter.openedAt))],
          [t.due, dates.moment(duty.remaining.dueAt)],
          [t.urgency, urgencyWords[matter.urgency]?.[isChinese ? 0 : 1] ?? matter.urgency],
          ...(matter.complainant === null
            ? []
            : [[t.complainant, <Complainant key="who" matter={matter.matter} who={matter.complainant} />] as const]),
          ...(matter.confidential === null ? [] : [[t.confidential, matter.confidential.join('、')] as const]),
          [t.acceptor, tellParty(duty.acceptor)],
          [t.units, <Units key="units" duty={duty} />],
        ]}
      />
    </>
  )
}

const complainantWords = {
  label: ['反映人', 'Complainant'],
  hidden: ['已隐去', 'hidden'],
  hint: [
    '本次查看和理由会留痕，能看到这件事的人都看得到。',
    'The look and its reason are recorded, for all who see the matter.',
  ],
  seen: [(by: string, why: string) => `${by} 查看过：${why}`, (by: string, why: string) => `${by} looked: ${why}`],
} as const

type ComplainantProps = {
  readonly matter: string
  readonly who: NonNullable<DutyDetail['matter']['complainant']>
}

/** Who complained, hidden until a reason is given, and who was shown it. */
function Complainant({ matter, who }: ComplainantProps) {
  const t = useWords(complainantWords)
  const dates = useDates()
  const show = useCommand(api.complainant.call, { touches: [api.duty.key()] })
  const reveal = async (reason: string) => {
    const { value } = await show.mutateAsync({ matter, reason })
    return value
  }
  return (
    <>
      {who.mayLook ? <Masked label={t.label} masked={t.hidden} hint={t.hint} reveal={reveal} /> : t.hidden}
      {who.looks.length > 0 && (
        <ul className={css.units}>
          {who.looks.map((look) => (
            <li key={look.at + look.by} className={css.note}>
              {dotted(t.seen(look.by, look.reason), dates.moment(look.at))}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Units({ duty }: { readonly duty: DutyDetail }) {
  const t = useWords(words)
  const states = useWords(stateWords)
  return (
    <ul className={css.units}>
      {duty.matter.duties.map((one) => (
        <li key={one.duty} className={css.unit}>
          <Link to="/duties/$duty" params={{ duty: one.duty }} className={one.duty === duty.duty ? css.here : ''}>
            {dotted(t[one.part], tellParty(one.debtor))}
          </Link>
          {one.state === 'open' ? <Rung level={one.level} /> : <span className={css.note}>{states[one.state]}</span>}
        </li>
      ))}
    </ul>
  )
}

const requestWords = {
  extension: ['延期申请', 'Extension'],
  dispute: ['交办争议', 'Dispute'],
  appeal: ['升级申诉', 'Appeal'],
  open: [(unit: string) => `等待${unit}答复`, (unit: string) => `waits for ${unit}`],
  granted: [(unit: string) => `${unit}：成立`, (unit: string) => `${unit}: granted`],
  refused: [(unit: string) => `${unit}：不成立`, (unit: string) => `${unit}: refused`],
  withdrawn: [() => '随交办撤回', () => 'withdrawn with the matter'],
  until: [(moment: string) => `延至 ${moment}`, (moment: string) => `until ${moment}`],
  level: [(level: number) => `第 ${level} 级`, (level: number) => `level ${level}`],
  decide: ['答复', 'Decide'],
} as const

/** What the unit asked, and the answers. */
export function DutyRequests({ requests }: { readonly requests: readonly RequestView[] }) {
  const t = useWords(requestWords)
  const dates = useDates()
  const { open } = useAct()
  return (
    <ul>
      {requests.map((one) => (
        <li key={one.request} className={css.request}>
          <strong>
            {dotted(
              t[one.kind],
              one.until && t.until(dates.moment(one.until)),
              one.level !== null && t.level(one.level),
            )}
          </strong>
          <span>{one.reason}</span>
          <span className={css.note}>{dotted(one.by, dates.moment(one.askedAt), t[one.state](one.deciderName))}</span>
          {one.answer && <span>{one.answer}</span>}
          {one.mayDecide && <Button onClick={() => open('decide', one.request)}>{t.decide}</Button>}
        </li>
      ))}
    </ul>
  )
}
