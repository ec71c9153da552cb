import type { OrganisationId } from '#platform/kernel/ids.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Ladder } from '#platform/server/obligations/index.ts'
import { widenObligations } from '#platform/server/obligations/index.ts'
import { widenPersonal } from '#platform/server/personal/index.ts'
import type { OwedDuty } from './duty-store.ts'
import { type MatterRow, widenMatter } from './matter-store.ts'
import { matterStream } from './streams.ts'

/*
 * A confidential matter (限定知悉范围) is known to the units that it is given to, who gave it, the offices, the holders of its ladder
 * and whoever is named besides; of units and opener the head's post alone where it is kept to heads. Everything that is recorded of it
 * bears these readers, so that lists, counts, rates, notices and exports leave it out for all others.
 */

/** How a matter is kept confidential. */
export type Confidence = {
  readonly within: 'units' | 'heads'
  /** Further units, or posts. */
  readonly also: readonly string[]
}

type Involved = {
  readonly units: readonly string[]
  readonly opener: { readonly organisation: string; readonly post: string }
  readonly offices: string
  readonly ladder: Ladder
}

/** Who may know of a matter; null where it is open. */
export function readersOf(confidence: Confidence | undefined, involved: Involved): readonly string[] | null {
  if (confidence === undefined) return null
  const { units, opener, offices, ladder } = involved
  const narrow = confidence.within === 'heads'
  const holders = ladder.levels.flatMap(({ receiver }) => ('relation' in receiver ? [] : [receiver.organisation]))
  const own = narrow ? [...units.map(headOf), opener.post] : [...units, opener.organisation]
  return distinct([...own, offices, ...holders, ...confidence.also])
}

/** The readers once somebody more is concerned; who was one once stays one. */
export function readersWith(readers: MatterRow['readers'], more: readonly string[]): MatterRow['readers'] {
  return readers === null ? null : distinct([...readers, ...more])
}

/** The reader that a unit newly at work on a matter is: itself, or its head where the matter is kept to heads. */
export function newcomer({ readers, lead_organisation }: MatterRow, unit: string): string {
  return readers?.includes(lead_organisation) ? unit : headOf(unit)
}

/** What lets a matter be read by its new readers: itself, its duties, what is owed of it, what is kept of the complainant. */
export function widen(
  jurisdiction: string,
  matter: MatterRow,
  duties: readonly OwedDuty[],
  readers: MatterRow['readers'],
): Statement[] {
  if (readers === null || readers.length === matter.readers?.length) return []
  const obligations = duties.map(({ obligation }) => obligation.id)
  return [
    widenMatter(jurisdiction, matter.id, readers),
    widenObligations(jurisdiction, obligations, readers),
    widenPersonal(jurisdiction, matterStream(matter.id), readers),
  ]
}

/** The post that heads a unit. */
export function headOf(unit: string): string {
  return `${unit}.director`
}

/** The unit of a reader that is a post, or the unit that it is. */
export function unitOfReader(reader: string): string {
  const dot = reader.lastIndexOf('.')
  return dot < 0 ? reader : reader.slice(0, dot)
}

/** Readers as an entry of the record bears them. */
export function labelOf({ readers }: Pick<MatterRow, 'readers'>): readonly OrganisationId[] | undefined {
  return (readers as readonly OrganisationId[] | null) ?? undefined
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort()
}
