import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAddress } from '#platform/web/address.ts'
import { useGrowing } from '#platform/web/parts/growing.ts'
import { ProgressBar } from '#platform/web/parts/progress-bar.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import { LampCounts } from '../../lamp-counts.tsx'
import { tellParty } from '../../names.ts'
import type { Drawn, DrawnNode } from '../drawn.ts'
import { type Sum, sumsOf } from '../sums.ts'
import { type Level, levelsOf } from './v-path.ts'
import css from './v-tree.module.css'

const words = {
  down: ['分解', 'Broken down'],
  up: ['汇总', 'Summed up'],
  into: [(count: number) => `分解为 ${count} 项`, (count: number) => `broken down into ${count}`],
  upTo: [(progress: number) => `汇总到 ${progress}%`, (progress: number) => `summed up to ${progress}%`],
  leaf: ['工作节点', 'Work node'],
  count: [
    (done: number, all: number) => `${done}/${all} 完成`,
    (done: number, all: number) => `${done} of ${all} done`,
  ],
  due: [(date: string) => `${date} 截止`, (date: string) => `due ${date}`],
} as const

/** The V: decomposition goes down the left side, progress is summed up the right side. */
export function VTree({ drawn }: { readonly drawn: Drawn }) {
  const t = useWords(words)
  const [{ node: picked }, change] = useAddress<{ node?: string }>()
  const sums = useMemo(() => sumsOf(drawn.nodes), [drawn])
  const known = picked !== undefined && drawn.byId.has(picked) ? picked : undefined
  const levels = levelsOf(drawn.byId, sums, known)
  return (
    <div className={css.tree} style={{ '--levels': levels.length } as React.CSSProperties}>
      <div className={css.arms} aria-hidden="true">
        <span>↘ {t.down}</span>
        <span>{t.up} ↗</span>
      </div>
      {levels.map((level) => (
        <VLevel key={level.depth} level={level} sums={sums} onPick={(node) => change({ node })} />
      ))}
    </div>
  )
}

type VLevelProps = {
  readonly level: Level
  readonly sums: ReadonlyMap<string, Sum>
  readonly onPick: (node: string) => void
}

function VLevel({ level, sums, onPick }: VLevelProps) {
  const t = useWords(words)
  const { shown, more, count } = useGrowing(level.siblings)
  const { through } = level
  return (
    <section className={css.level} style={{ '--depth': level.depth } as React.CSSProperties}>
      <ul className={css.siblings}>
        {shown.map((node) => (
          <li key={node.node} className={node.node === through?.node ? `${css.pair} ${css.through}` : css.pair}>
            <div className={css.left}>
              <NodeName node={node} isThrough={node.node === through?.node} onPick={onPick} />
            </div>
            <div className={css.right}>
              <NodeSum node={node} sum={sums.get(node.node)} />
            </div>
          </li>
        ))}
        {more && <li key={count} ref={more} />}
      </ul>
      {through && !through.leaf && (
        <div className={css.between}>
          <span>↘ {t.into(sums.get(through.node)?.children.length ?? 0)}</span>
          <span>{t.upTo(through.progress)} ↗</span>
        </div>
      )}
    </section>
  )
}

type NodeNameProps = { readonly node: DrawnNode; readonly isThrough: boolean; readonly onPick: (node: string) => void }

function NodeName({ node, isThrough, onPick }: NodeNameProps) {
  return (
    <>
      <span className={css.code}>{node.code}</span>
      <span className={css.what}>
        {node.leaf ? (
          <Link to="/nodes/$node" params={{ node: node.node }} className={css.title}>
            {node.title}
          </Link>
        ) : (
          <button type="button" className={css.pick} aria-expanded={isThrough} onClick={() => onPick(node.node)}>
            {node.title}
          </button>
        )}
        <span className={css.note}>{tellParty(node.owner)}</span>
      </span>
    </>
  )
}

function NodeSum({ node, sum }: { readonly node: DrawnNode; readonly sum: Sum | undefined }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <>
      <ProgressBar value={node.progress} label={`${t.up} ${node.title}`} />
      <span className={css.note}>
        {node.leaf || !sum ? (
          <>
            <Lamp colour={node.lamp} /> {t.due(dates.day(node.deadline))}
          </>
        ) : (
          <>
            {t.count(sum.done, sum.leaves)} <LampCounts lamps={sum.lamps} />
          </>
        )}
      </span>
    </>
  )
}
