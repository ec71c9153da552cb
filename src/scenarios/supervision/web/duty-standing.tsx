import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Ladder } from '#platform/web/vocabulary/ladder.tsx'
import { Rung } from '#platform/web/vocabulary/rung.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DutyDetail } from '../contract/views.ts'
import css from './duty.module.css'
import { stateWords } from './names.ts'
import { useAct } from './use-act.ts'

const words = {
  why: ['为什么升级', 'Why it climbed'],
  paused: ['争议裁决中', 'the dispute is being decided'],
  acknowledged: [
    (by: string, moment: string) => `${by} ${moment} 签收`,
    (by: string, moment: string) => `Acknowledged by ${by}, ${moment}`,
  ],
  acknowledge: [
    (moment: string) => `未签收，须在 ${moment} 前签收`,
    (moment: string) => `Not acknowledged; due ${moment}`,
  ],
  overdue: [(moment: string) => `未签收，${moment} 已超时`, (moment: string) => `Not acknowledged since ${moment}`],
  reminders: [
    (sent: number, most: number) => `已催办 ${sent} 次，最多 ${most} 次`,
    (sent: number, most: number) => `Urged ${sent} of ${most} times`,
  ],
  extensions: [
    (granted: number, most: number) => `已延期 ${granted} 次，最多 ${most} 次`,
    (granted: number, most: number) => `Extended ${granted} of ${most} times`,
  ],
  seen: [
    (by: string, moment: string) => `纪检查看：${by}，${moment}`,
    (by: string, moment: string) => `Seen by discipline: ${by}, ${moment}`,
  ],
} as const

/** How it stands: state, clock, acknowledgement, ladder, how often urged and extended, who of discipline looked. */
export function DutyStanding({ duty }: { readonly duty: DutyDetail }) {
  const t = useWords(words)
  const state = useWords(stateWords)[duty.state]
  const dates = useDates()
  const { open } = useAct()
  return (
    <Card>
      <div className={css.stack}>
        <div className={css.line}>
          {duty.state === 'open' ? <Rung level={duty.level} /> : <strong>{state}</strong>}
          {duty.passings.length > 0 && (
            <Button look="quiet" onClick={() => open('why')}>
              {t.why}
            </Button>
          )}
        </div>
        {duty.state === 'open' && <Clock left={duty.remaining} full {...(duty.paused && { paused: t.paused })} />}
        <p className={css.note}>{useAcknowledged(duty)}</p>
        <Ladder name={duty.ladder.name} rungs={duty.ladder.rungs} />
        <div className={css.note}>
          <p>{t.reminders(duty.reminders.sent, duty.reminders.most)}</p>
          <p>{t.extensions(duty.extensions.granted, duty.extensions.most)}</p>
          {duty.seenBy.map((look) => (
            <p key={look.by + look.at}>{t.seen(look.by, dates.moment(look.at))}</p>
          ))}
        </div>
      </div>
    </Card>
  )
}

function useAcknowledged({ acknowledgedAt, acknowledgedBy, acknowledgeBy }: DutyDetail): string {
  const t = useWords(words)
  const dates = useDates()
  if (acknowledgedAt) return t.acknowledged(acknowledgedBy ?? '', dates.moment(acknowledgedAt))
  const isOver = Date.parse(acknowledgeBy) < Date.now()
  return (isOver ? t.overdue : t.acknowledge)(dates.moment(acknowledgeBy))
}
