import { QueueGroup } from '#platform/web/vocabulary/queue-group.tsx'
import type { Desk } from '../contract/views.ts'
import { DeskLine } from './desk-line.tsx'

type DeskGroupProps = { readonly title: string; readonly desk: Pick<Desk, 'lines'> & Partial<Desk> }

/** A titled list of obligations; nothing where it is empty. */
export function DeskGroup({ title, desk: { lines, total, isMore } }: DeskGroupProps) {
  return (
    <QueueGroup
      title={title}
      items={lines}
      total={isMore ? `${total}+` : (total ?? lines.length)}
      keyOf={({ obligation }) => obligation}
    >
      {(line) => <DeskLine line={line} />}
    </QueueGroup>
  )
}
