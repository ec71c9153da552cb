import { type ComponentType, lazy, Suspense, use } from 'react'
import type { DayLine } from '#platform/contract/day-contract.ts'
import { DayContext, type DayLineComponents } from './day-lines.ts'
import { PlainLine } from './plain-line.tsx'

type LineProps = { readonly line: DayLine }

/** A line of the day: as its scenario shows it, else plain. */
export function DayRow({ line }: LineProps) {
  const load = use(DayContext).lines[line.kind]
  if (load === undefined || line.own === null) return <PlainLine line={line} />
  const OwnLine = loaded(load)
  return (
    <Suspense fallback={<PlainLine line={line} />}>
      <OwnLine line={line} />
    </Suspense>
  )
}

const components = new Map<DayLineComponents[string], ComponentType<LineProps>>()

function loaded(load: DayLineComponents[string]): ComponentType<LineProps> {
  const found = components.get(load) ?? lazy(async () => ({ default: (await load()).OwnLine }))
  components.set(load, found)
  return found
}
