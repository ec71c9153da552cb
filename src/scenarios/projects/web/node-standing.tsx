import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { ProgressBar } from '#platform/web/parts/progress-bar.tsx'
import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Ladder } from '#platform/web/vocabulary/ladder.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { NodeDetail } from '../contract/views.ts'
import { useAct } from './act-address.ts'
import { stateWords } from './names.ts'
import css from './node-page.module.css'

const words = {
  why: ['为什么', 'Why'],
  since: [(moment: string) => `自 ${moment}`, (moment: string) => `since ${moment}`],
  progress: ['进度', 'Progress'],
  postponed: [
    (planned: string) => `启动晚于计划，时限顺延；原定 ${planned}`,
    (planned: string) => `It started later than planned, so its time ends later than ${planned}`,
  ],
  finished: [(moment: string) => `${moment} 验收完成`, (moment: string) => `accepted ${moment}`],
  submitted: [
    (moment: string) => `${moment} 提交，时限停止计算`,
    (moment: string) => `submitted ${moment}; the clock stands`,
  ],
} as const

/** How it stands: lamp and why, clock, progress, ladder. */
export function NodeStanding({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  const state = useWords(stateWords)[node.state]
  const dates = useDates()
  const { open } = useAct()
  return (
    <Card>
      <div className={css.stack}>
        <div>
          <div className={css.lampLine}>
            <Lamp colour={node.lamp} />
            <Button look="quiet" onClick={() => open('why')}>
              {t.why}
            </Button>
          </div>
          <p className={css.since}>{dotted(state, node.lampSince && t.since(dates.moment(node.lampSince)))}</p>
        </div>
        {node.remaining ? <Clock left={node.remaining} full /> : <Standstill node={node} />}
        {isPostponed(node) && <p className={css.since}>{t.postponed(dates.moment(node.deadline))}</p>}
        <ProgressBar value={node.progress} label={t.progress} />
        {node.ladder && <Ladder name={node.ladder.name} rungs={node.ladder.rungs} />}
      </div>
    </Card>
  )
}

/** A node that started later than planned, for what it waited on came late, has its whole time from then on. */
function isPostponed({ remaining, deadline }: NodeDetail): boolean {
  return remaining !== null && Date.parse(remaining.dueAt) > Date.parse(deadline)
}

function Standstill({ node }: { readonly node: NodeDetail }) {
  const t = useWords(words)
  const dates = useDates()
  if (node.finishedAt) return <p>{t.finished(dates.moment(node.finishedAt))}</p>
  return node.submittedAt ? <p>{t.submitted(dates.moment(node.submittedAt))}</p> : null
}
