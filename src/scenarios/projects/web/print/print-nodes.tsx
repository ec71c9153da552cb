import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import { tellWorkingTime } from '#platform/web/words/working-time.ts'
import { stateWords, tellParty } from '../names.ts'
import type { Drawn, DrawnNode } from '../views/drawn.ts'
import css from './print.module.css'

const words = {
  code: ['编号', 'No.'],
  node: ['节点', 'Node'],
  owner: ['责任', 'Owner'],
  span: ['起止', 'From, to'],
  lamp: ['灯', 'Lamp'],
  state: ['状态', 'State'],
  after: ['前置', 'After'],
  critical: ['关键', 'critical'],
  FS: ['', ''],
  SS: ['同时开始', 'start with'],
  FF: ['同时完成', 'finish with'],
  SF: ['开始后完成', 'finish after start'],
  lag: [(time: string) => `后 ${time}`, (time: string) => `+ ${time}`],
  lead: [(time: string) => `提前 ${time}`, (time: string) => `- ${time}`],
} as const

/** All nodes in outline order; the heading comes again on each page. */
export function PrintNodes({ drawn }: { readonly drawn: Drawn }) {
  const t = useWords(words)
  return (
    <table className={css.nodes}>
      <thead>
        <tr>
          {[t.code, t.node, t.owner, t.span, t.lamp, t.state, t.after].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {drawn.nodes.map((node) => (
          <PrintNode key={node.node} node={node} drawn={drawn} />
        ))}
      </tbody>
    </table>
  )
}

function PrintNode({ node, drawn }: { readonly node: DrawnNode; readonly drawn: Drawn }) {
  const t = useWords(words)
  const dates = useDates()
  const state = useWords(stateWords)[node.state]
  const after = useLinks(node, drawn)
  return (
    <tr className={node.leaf ? undefined : css.branch}>
      <td>{node.code}</td>
      <th scope="row" style={{ paddingLeft: `${4 + node.depth * 8}px` }}>
        {node.title}
        {node.critical && node.state !== 'done' && <span className={css.critical}>{t.critical}</span>}
      </th>
      <td>{node.leaf && tellParty(node.owner)}</td>
      <td className={css.dates}>
        {dates.day(node.start)}
        <br />
        {dates.day(node.deadline)}
      </td>
      <td className={css.dates}>
        <Lamp colour={node.lamp} />
      </td>
      <td className={css.dates}>
        {state}
        <br />
        {node.progress}%
      </td>
      <td>{after}</td>
    </tr>
  )
}

/** `1.1；1.2 同时开始 后 2 个工作日`. */
function useLinks(node: DrawnNode, { byId, minutesPerDay }: Drawn): string {
  const t = useWords(words)
  const language = useLanguage()
  return node.links
    .map(({ node: id, kind, lagMinutes }) => {
      const time = tellWorkingTime(Math.abs(lagMinutes), minutesPerDay, language)
      const lag = lagMinutes === 0 ? '' : lagMinutes > 0 ? t.lag(time) : t.lead(time)
      return [byId.get(id)?.code ?? '', t[kind], lag].filter(Boolean).join(' ')
    })
    .join('；')
}
