import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useGrowing } from '#platform/web/parts/growing.ts'
import { Icon } from '#platform/web/parts/icon.tsx'
import { Lamp } from '#platform/web/vocabulary/lamp.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import { LampCounts } from '../../lamp-counts.tsx'
import { stateWords } from '../../names.ts'
import type { Drawn, DrawnNode } from '../drawn.ts'
import { type Share, type UnitShare, unitShares } from './people.ts'
import css from './people-board.module.css'

const words = {
  nobody: ['尚未定人', 'No person yet'],
  count: [
    (done: number, all: number) => `${done}/${all} 完成`,
    (done: number, all: number) => `${done} of ${all} done`,
  ],
  next: [(date: string) => `最近 ${date} 截止`, (date: string) => `next due ${date}`],
  due: [(date: string) => `${date} 截止`, (date: string) => `due ${date}`],
  all: ['全部完成', 'All done'],
} as const

/** Who holds what: units with most behind first, their persons, and the nodes of each. */
export function PeopleBoard({ drawn }: { readonly drawn: Drawn }) {
  const units = useMemo(() => unitShares(drawn.nodes), [drawn])
  const { shown, more, count } = useGrowing(units)
  return (
    <ul className={css.units}>
      {shown.map((unit) => (
        <li key={unit.key}>
          <Unit unit={unit} />
        </li>
      ))}
      {more && <li key={count} ref={more} />}
    </ul>
  )
}

function Unit({ unit }: { readonly unit: UnitShare }) {
  return (
    <section className={css.unit}>
      <header className={css.header}>
        <h2 className={css.name}>
          <Link to="/units/$unit" params={{ unit: unit.key }}>
            {unit.name}
          </Link>
        </h2>
        <Standing share={unit} />
      </header>
      {unit.people.map((person) => (
        <Person key={person.key} person={person} />
      ))}
    </section>
  )
}

function Person({ person }: { readonly person: Share }) {
  const t = useWords(words)
  return (
    <details className={css.person}>
      <summary className={css.summary}>
        <span className={css.name}>
          <Icon name="next" size={14} /> {person.name || t.nobody}
        </span>
        <Standing share={person} />
      </summary>
      <HeldNodes nodes={person.nodes} />
    </details>
  )
}

function Standing({ share }: { readonly share: Share }) {
  const t = useWords(words)
  const dates = useDates()
  const { nextDeadline } = share
  return (
    <>
      <LampCounts lamps={share.lamps} worded />
      <span className={css.count}>{t.count(share.done, share.nodes.length)}</span>
      <span className={css.next}>
        {nextDeadline === null ? t.all : t.next(dates.day(new Date(nextDeadline).toISOString()))}
      </span>
    </>
  )
}

function HeldNodes({ nodes }: { readonly nodes: readonly DrawnNode[] }) {
  const t = useWords(words)
  const states = useWords(stateWords)
  const dates = useDates()
  const { shown, more, count } = useGrowing(nodes)
  return (
    <ul className={css.nodes}>
      {shown.map((node) => (
        <li key={node.node} className={css.node}>
          <Lamp colour={node.lamp} />
          <Link to="/nodes/$node" params={{ node: node.node }}>
            {node.code} {node.title}
          </Link>
          <span className={css.note}>
            {dotted(`${states[node.state]} ${node.progress}%`, t.due(dates.day(node.deadline)))}
          </span>
        </li>
      ))}
      {more && <li key={count} ref={more} />}
    </ul>
  )
}
