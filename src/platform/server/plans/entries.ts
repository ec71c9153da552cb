import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { JurisdictionId, OrganisationId } from '#platform/kernel/ids.ts'
import { type EntryActor, type EntryId, type NewEntry, newEntryId } from '#platform/server/journal/index.ts'
import type { NodeChange } from './domain/node.ts'

/** Who and when: what every entry of one command shares. */
export type Recorded = { readonly jurisdiction: JurisdictionId; readonly actor: EntryActor; readonly recordedAt: Date }

/** What time brings is nobody's doing. */
export const theClock: EntryActor = { system: 'clock' }

/** The stream of a node's story. */
export function nodeStream(node: string): string {
  return `plans.node/${node}`
}

/** The stream of a plan's story. */
export function planStream(plan: string): string {
  return `plans.plan/${plan}`
}

/** Whose node it is: who bears its lamps. */
export type Bearer = { readonly plan: string; readonly organisation: string; readonly person: string | null }

/** The entries of a change: what the person did under their name, what time or the lamp rule brought under the clock's. */
export function nodeEntries(
  recorded: Recorded,
  change: NodeChange,
  { bearer, readers }: { readonly bearer: Bearer; readonly readers: readonly string[] | null },
): readonly NewEntry[] {
  const first = change.node.version - change.events.length + 1
  let present = bearer
  return change.events.map((event, index) => {
    present = bearerAfter(present, event.payload)
    const { rule, ruleVersion } = event.payload
    const own = event.kind === 'plans.node.started' || event.kind === 'plans.lamp.given' ? theClock : recorded.actor
    return {
      id: newEntryId(),
      jurisdiction: recorded.jurisdiction,
      stream: nodeStream(change.node.id),
      version: first + index,
      kind: event.kind,
      at: new Date(event.at),
      recordedAt: recorded.recordedAt,
      actor: own,
      rule:
        typeof rule === 'string' && typeof ruleVersion === 'string' ? { id: rule, version: ruleVersion } : undefined,
      payload: { ...event.payload, ...borneBy(present, event.kind, change) } as JsonObject,
      readers: (readers as readonly OrganisationId[] | null) ?? undefined,
    }
  })
}

/** An entry in the stream of a plan. */
export function planEntry(
  recorded: Recorded,
  plan: { readonly id: string; readonly version: number; readonly readers: readonly string[] | null },
  kind: `plans.plan.${string}`,
  payload: JsonObject,
): NewEntry & { readonly id: EntryId } {
  return {
    id: newEntryId(),
    jurisdiction: recorded.jurisdiction,
    stream: planStream(plan.id),
    version: plan.version,
    kind,
    recordedAt: recorded.recordedAt,
    actor: recorded.actor,
    payload,
    readers: (plan.readers as readonly OrganisationId[] | null) ?? undefined,
  }
}

/** A change of owner within a change counts from its own entry on: what was lit before is borne by who had it then. */
function bearerAfter(bearer: Bearer, { organisation, person }: Readonly<Record<string, unknown>>): Bearer {
  return {
    ...bearer,
    ...(typeof organisation === 'string' && { organisation }),
    ...((typeof person === 'string' || person === null) && { person }),
  }
}

/** What gives or costs points names its bearer; a node accepted tells the lamp that stood then. */
function borneBy(bearer: Bearer, kind: string, { node }: NodeChange) {
  if (kind === 'plans.lamp.given') return bearer
  return kind === 'plans.node.accepted' ? { ...bearer, lamp: node.lamp } : {}
}
