import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { EditPreview, NodeImpact } from '../../contract/edits.ts'
import { tellParty } from '../names.ts'
import css from './edit.module.css'

const words = {
  span: [
    (from: string, to: string) => `调整后全程 ${from} 至 ${to}`,
    (from: string, to: string) => `Then from ${from} to ${to}`,
  ],
  dropped: [
    (links: string) => `以下前置关系随前置节点撤销：${links}`,
    (links: string) => `These links go with their predecessors: ${links}`,
  ],
  nothing: ['对日期、责任人和灯没有影响。', 'Dates, owners and lamps stay as they are.'],
  added: ['新增', 'New'],
  changed: ['调整', 'Changed'],
  removed: ['撤销', 'Taken out'],
  renamed: [(title: string) => `原名“${title}”`, (title: string) => `Was “${title}”`],
  plannedStart: ['开始', 'Start'],
  deadline: ['时限', 'Deadline'],
  owner: ['责任', 'Owner'],
  words: ['文字或前置有修改', 'Words or links changed'],
} as const

/** What operations do, node by node: from what to what, with the lamp from then on. */
export function ImpactList({ preview }: { readonly preview: EditPreview }) {
  const t = useWords(words)
  const { day } = useDates()
  return (
    <div className={css.impact}>
      <p>{preview.impact.length === 0 ? t.nothing : t.span(day(preview.start), day(preview.deadline))}</p>
      {preview.droppedLinks.length > 0 && (
        <p>{t.dropped(preview.droppedLinks.map(({ node, predecessor }) => `${node} ← ${predecessor}`).join('、'))}</p>
      )}
      <ul>
        {preview.impact.map((one) => (
          <ImpactLine key={one.node} impact={one} />
        ))}
      </ul>
    </div>
  )
}

function ImpactLine({ impact }: { readonly impact: NodeImpact }) {
  const t = useWords(words)
  const { day } = useDates()
  const { plannedStart, deadline, owner, lamp } = impact
  const moved = [
    impact.titleBefore !== null && t.renamed(impact.titleBefore),
    plannedStart && `${t.plannedStart} ${day(plannedStart.from)} → ${day(plannedStart.to)}`,
    deadline && `${t.deadline} ${day(deadline.from)} → ${day(deadline.to)}`,
    owner && `${t.owner} ${tellParty(owner.from)} → ${tellParty(owner.to)}`,
  ].filter((text): text is string => typeof text === 'string')
  return (
    <li className={css.line}>
      <span className={css.what} data-what={impact.what}>
        {t[impact.what]}
      </span>
      <span className={css.node}>
        <b>
          {impact.code} {impact.title}
        </b>
        <span className={css.moved}>
          {moved.length > 0 || lamp || impact.what !== 'changed' ? moved.join('；') : t.words}
        </span>
      </span>
      {lamp && (
        <span className={css.lamps}>
          <Lamp colour={lamp.from} /> → <Lamp colour={lamp.to} />
        </span>
      )}
    </li>
  )
}
