import { useQuery } from '@tanstack/react-query'
import { Card } from '#platform/web/parts/card.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Evaluation } from '../../contract/life.ts'
import { api } from '../api.ts'
import { Appeals } from '../appeals/appeals.tsx'
import { MakeAppeal } from '../appeals/make-appeal.tsx'
import { LampCounts } from '../lamp-counts.tsx'
import { tellParty } from '../names.ts'
import css from './life.module.css'

const words = {
  title: ['结项评价', 'Closing evaluation'],
  facts: [
    (e: Evaluation['facts']) => `${e.nodes} 个节点，按期 ${e.onTime}，逾期 ${e.late}，退回 ${e.returned} 次`,
    (e: Evaluation['facts']) => `${e.nodes} nodes, ${e.onTime} in time, ${e.late} late, ${e.returned} returned`,
  ],
  lamps: ['亮过的灯', 'Lamps given'],
  points: [
    ({ won, lost, points }: Evaluation['brought']) =>
      `本项目得分 ${signed(won)}，扣分 ${lost}，合计 ${signed(points)} 分`,
    ({ won, lost, points }: Evaluation['brought']) =>
      `Points: won ${signed(won)}, lost ${lost}, in all ${signed(points)}`,
  ],
  plates: [
    (green: number, yellow: number, red: number) => `月度牌：绿牌 ${green}、黄牌 ${yellow}、红牌 ${red} 块`,
    (green: number, yellow: number, red: number) => `Plates: ${green} green, ${yellow} yellow, ${red} red`,
  ],
  appeals: ['异议', 'Objections'],
  appeal: ['对这份评价有异议', 'Disagree with this evaluation'],
  whose: [
    '异议由牵头单位限时答复，牵头单位自己的由上一级督办单位答复；评价和异议都保留。',
    'The lead unit answers in time, of its own the next unit up its ladder; evaluation and objection stay.',
  ],
  hint: ['写清事实：哪个节点、哪个数字、材料在哪里。', 'The facts: which node, which figure, where the evidence is.'],
} as const

/** What was said of a project and of those who took part when it was closed, objections to it, and their answers. */
export function Evaluations({ project }: { readonly project: string }) {
  const t = useWords(words)
  const query = useQuery({ ...api.evaluations.queryOptions({ input: { project } }), retry: false })
  if (!query.data) return null
  return (
    <Card title={t.title}>
      {query.data.words && <p className={css.whole}>{query.data.words}</p>}
      <div className={css.parts}>
        {query.data.evaluations.map((one) => (
          <EvaluationText key={one.evaluation} evaluation={one} />
        ))}
      </div>
    </Card>
  )
}

function EvaluationText({ evaluation: one }: { readonly evaluation: Evaluation }) {
  const t = useWords(words)
  const { evaluation } = one
  return (
    <div className={css.evaluation}>
      <EvaluationFacts evaluation={one} />
      {one.words && <p>{one.words}</p>}
      {one.appeals.length > 0 && (
        <section className={css.appeals}>
          <h4>{t.appeals}</h4>
          <Appeals appeals={one.appeals} mayAnswer={one.mayAnswer} />
        </section>
      )}
      {one.mayAppeal && (
        <MakeAppeal
          title={t.appeal}
          lead={t.whose}
          hint={t.hint}
          of={evaluation}
          call={api.appealEvaluation.call}
          inputOf={(reason) => ({ evaluation, reason })}
        />
      )}
    </div>
  )
}

/** The figures of one evaluation, out of the record. */
export function EvaluationFacts({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useWords(words)
  const { plates } = evaluation.brought
  return (
    <>
      <h3>{tellParty(evaluation.party)}</h3>
      <p>{t.facts(evaluation.facts)}</p>
      <p>{dotted(t.points(evaluation.brought), plates && t.plates(plates.green, plates.yellow, plates.red))}</p>
      <div className={css.given}>
        {t.lamps} <LampCounts lamps={evaluation.facts.lamps} worded />
      </div>
    </>
  )
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points)
}
