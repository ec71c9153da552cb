import { useWords } from '#platform/web/words/words.ts'
import type { PlateDetail } from '../../contract/plates.ts'
import { api } from '../api.ts'
import { Appeals } from '../appeals/appeals.tsx'
import { MakeAppeal } from '../appeals/make-appeal.tsx'
import css from './plates.module.css'

const words = {
  appeal: ['对这块牌有异议', 'Disagree with this plate'],
  whose: [
    '由本单位负责人提出，限时答复；异议成立的，积分自动冲正，牌和异议都保留。',
    'Made by the unit’s head and answered in time; upheld, the points are taken back, plate and objection stay.',
  ],
  hint: [
    '写清事实：哪个节点、受什么影响、材料在哪里。',
    'The facts: which node, what held it up, where the evidence is.',
  ],
} as const

/** Objections to a plate, and what the present post may do about them. */
export function PlateAppeals({ plate: { plate, appeals, may } }: { readonly plate: PlateDetail }) {
  const t = useWords(words)
  return (
    <>
      <Appeals appeals={appeals} mayAnswer={may.answerAppeal} />
      <p className={css.note}>{t.whose}</p>
      {may.appeal && (
        <MakeAppeal
          title={t.appeal}
          lead={t.whose}
          hint={t.hint}
          of={plate}
          call={api.appealPlate.call}
          inputOf={(reason) => ({ plate, reason })}
        />
      )}
    </>
  )
}
