import type { ReactNode } from 'react'
import type { DayLine } from '#platform/contract/day-contract.ts'
import { Clock } from '../vocabulary/clock.tsx'
import { Line } from '../vocabulary/line.tsx'
import { Rung } from '../vocabulary/rung.tsx'
import { dotted } from '../words/dotted.ts'
import { useLanguage, useWords } from '../words/words.ts'

const words = {
  paused: ['时钟停止', 'Clock stopped'],
  submitted: ['待验收', 'To be accepted'],
  planned: ['未启动', 'Not started'],
  lead: [(unit: string) => `${unit}牵头`, (unit: string) => `led by ${unit}`],
} as const

type PlainLineProps = {
  readonly line: DayLine
  /** What is said of it below its title; its kind and parties where left out. */
  readonly note?: ReactNode
  /** The one act. */
  readonly action?: ReactNode
}

/** A thing that somebody owes, as one line: rung, what and whose, clock, one act. */
export function PlainLine({ line, note, action }: PlainLineProps) {
  const t = useWords(words)
  const language = useLanguage()
  const { organisationName, personName } = line.debtor
  const told = dotted(
    line.kindName?.[language],
    organisationName,
    personName,
    line.lead && t.lead(line.lead.organisationName),
  )
  const clock = line.state === 'open' && line.remaining
  return (
    <Line
      mark={<Rung level={line.level} />}
      to={line.page}
      title={line.title}
      note={note ?? told}
      aside={
        clock ? (
          <Clock left={clock} {...(line.paused && { paused: t.paused })} />
        ) : line.state === 'open' ? null : (
          t[line.state]
        )
      }
      action={action}
    />
  )
}
