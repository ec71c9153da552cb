import { Queue } from '#platform/web/vocabulary/queue.tsx'
import type { Desk } from '../contract/views.ts'
import css from './desk.module.css'
import { DeskLine } from './desk-line.tsx'

type DeskGroupProps = { readonly title: string; readonly lines: Desk['lines']; readonly total?: number }

/** A titled list of obligations; nothing where it is empty. */
export function DeskGroup({ title, lines, total = lines.length }: DeskGroupProps) {
  if (lines.length === 0) return null
  return (
    <section className={css.group}>
      <h2 className={css.heading}>
        {title}
        <span className={css.count}>{total}</span>
      </h2>
      <Queue label={title} items={lines} keyOf={({ obligation }) => obligation}>
        {(line) => <DeskLine line={line} />}
      </Queue>
    </section>
  )
}
