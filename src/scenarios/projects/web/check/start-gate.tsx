import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#platform/web/words/words.ts'
import { api } from '../api.ts'
import css from './check.module.css'
import { SeverityMark } from './severity.tsx'

const words = {
  blocked: [
    (count: number) => `计划检查有 ${count} 个问题必须先改，改好才能启动；哪里、怎么改，见下方“计划检查”。`,
    (count: number) =>
      `The plan check found ${count} things that must be mended before a start; see “Plan check” below.`,
  ],
  known: [
    (count: number) => `计划检查有 ${count} 个问题应当先改。我已知悉，仍要启动（记入项目过程）。`,
    (count: number) =>
      `The plan check found ${count} things to mend. I know of them and start all the same; it is put on record.`,
  ],
} as const

/** Whether a plan may start as it is, and the box in which somebody says that they know what stands in the way. */
export function useStartGate(project: string) {
  const { data } = useQuery(api.check.queryOptions({ input: { project }, staleTime: 60_000 }))
  const [isKnown, setKnown] = useState(false)
  const count = data?.counts.blocking ?? 0
  const isAsked = count > 0 && data?.onBlocking === 'confirm'
  return {
    isOpen: count === 0 || (isAsked && isKnown),
    despiteFindings: isAsked && isKnown,
    box: count > 0 && <GateBox count={count} isAsked={isAsked} isKnown={isKnown} onKnown={setKnown} />,
  }
}

type GateBoxProps = {
  readonly count: number
  readonly isAsked: boolean
  readonly isKnown: boolean
  readonly onKnown: (isKnown: boolean) => void
}

function GateBox({ count, isAsked, isKnown, onKnown }: GateBoxProps) {
  const t = useWords(words)
  if (!isAsked)
    return (
      <div className={css.gate}>
        <span className={css.blocking}>
          <SeverityMark severity="blocking" />
        </span>
        {t.blocked(count)}
      </div>
    )
  return (
    <label className={css.gate}>
      <input type="checkbox" checked={isKnown} onChange={(event) => onKnown(event.target.checked)} />
      {t.known(count)}
    </label>
  )
}
