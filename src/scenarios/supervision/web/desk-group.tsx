import { QueueGroup } from '#platform/web/vocabulary/queue-group.tsx'
import type { Desk } from '../contract/views.ts'
import { DeskLine } from './desk-line.tsx'

type DeskGroupProps = { readonly title: string; readonly lines: Desk['lines']; readonly total?: number }

/** A titled list of obligations; nothing where it is empty. */
export function DeskGroup({ title, lines, total = lines.length }: DeskGroupProps) {
  return (
    <QueueGroup title={title} items={lines} total={total} keyOf={({ obligation }) => obligation}>
      {(line) => <DeskLine line={line} />}
    </QueueGroup>
  )
}
