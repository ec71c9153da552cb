import { Clock } from '#platform/web/vocabulary/clock.tsx'
import { Line } from '#platform/web/vocabulary/line.tsx'
import { Rung } from '#platform/web/vocabulary/rung.tsx'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { DeskLine as DeskRow } from '../contract/views.ts'
import { kindWords, stateWords, tellParty, urgencyWords } from './names.ts'

const words = {
  paused: ['争议裁决中', 'In dispute'],
  lead: [(unit: string) => `${unit}牵头`, (unit: string) => `led by ${unit}`],
} as const

/** An obligation of any kind as one line: rung, what and whose, clock. */
export function DeskLine({ line }: { readonly line: DeskRow }) {
  const t = useWords(words)
  const language = useLanguage()
  const state = useWords(stateWords)[line.state]
  const named = (table: Readonly<Record<string, readonly [string, string]>>, key: string) =>
    table[key]?.[language === 'zh' ? 0 : 1]
  const urgency = line.urgency === 'standard' ? undefined : named(urgencyWords, line.urgency)
  const led = line.lead.organisation === line.debtor.organisation ? undefined : t.lead(line.lead.organisationName)
  return (
    <Line
      mark={<Rung level={line.level} />}
      to={line.page}
      title={line.title}
      note={dotted(named(kindWords, line.kind), urgency, tellParty(line.debtor), led)}
      aside={line.state === 'open' ? <Clock left={line.remaining} {...(line.paused && { paused: t.paused })} /> : state}
    />
  )
}
