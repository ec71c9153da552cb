import type { Facts, FactValue, FigureRecord } from '#platform/server/figures/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { CockpitEvent } from '../../../contract/cockpit.ts'

/** What the record says of projects, by id. */
export type Plans = ReadonlyMap<string, Facts>

/** What happened, ready to be told; a lamp that turned white or green is no news. */
export function eventsOf(records: readonly FigureRecord[], names: Names, plans: Plans): CockpitEvent[] {
  return records.filter(isNews).map((record) => {
    const { facts, indicator } = record
    return {
      at: (record.at ?? new Date(0)).toISOString(),
      indicator,
      entry: record.entry ?? '',
      opens: opensOf(record),
      title: text(facts.title) ?? '',
      what: whatOf(facts),
      unit: partyOf(names, text(facts.unit)),
      project: text(plans.get(text(facts.plan) ?? '')?.title) ?? null,
    }
  })
}

/** What sets a record apart: its lamp, step, level, colour, or whether it was on time. */
export function whatOf(facts: FigureRecord['facts']): string {
  const { lamp, step, level, colour, onTime, state } = facts
  return String(onTime ?? step ?? colour ?? lamp ?? level ?? state ?? '')
}

/** Where a record is dealt with. */
export function opensOf({ stream, facts }: Pick<FigureRecord, 'stream' | 'facts'>): string {
  const [kind, id] = (text(facts.subject) ?? stream).split('/')
  if (kind === 'plans.node') return `/nodes/${id}`
  if (kind === 'plans.plan') return `/projects/${id}`
  if (kind === 'plans.plate') return `/projects/${text(facts.plan) ?? ''}`
  return kind === 'projects.hard-case' ? `/hard-cases/${id}` : '/projects'
}

/** A unit by its id. */
export function partyOf(names: Names, organisation: string | undefined) {
  return organisation === undefined ? null : { organisation, organisationName: names.organisation(organisation) }
}

/** A fact that is a text. */
export function text(value: FactValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isNews({ indicator, facts }: FigureRecord): boolean {
  return indicator !== 'lamps.given' || ['red', 'yellow', 'blue'].includes(text(facts.lamp) ?? '')
}
