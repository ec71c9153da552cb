import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import type { JurisdictionId, OrganisationId } from '#platform/kernel/ids.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import { defineFigures } from './book.ts'

/** A book for the engine's own tests: lorries that are loaded and driven. Not exported by the room. */
export const lorries = defineFigures({
  name: 'test.lorries',
  version: 1,
  things: {
    lorry: {
      stream: 'test.lorry/',
      fold: (facts, { kind, payload }) => ({ ...facts, ...(kind === 'test.lorry.changed' ? (payload as object) : {}) }),
    },
  },
  indicators: [
    {
      id: 'lorries.loaded',
      name: ['载货车', 'Loaded lorries'],
      unit: ['辆', ''],
      definition: ['现在载着货的车', 'Lorries that carry a load now'],
      counts: 'standing',
      of: 'lorry',
      where: { loaded: [true] },
      by: [[], ['depot'], ['depot', 'colour']],
      traced: [[]],
    },
    {
      id: 'trips',
      name: ['出车', 'Trips'],
      unit: ['次', ''],
      definition: ['驶离车场的次数', 'Departures from a depot'],
      counts: 'happening',
      by: [[], ['depot']],
      happens: ({ kind }, before) => (kind === 'test.lorry.left' ? { depot: before.depot ?? null } : undefined),
    },
  ],
})

export const county = '331123' as JurisdictionId

/** An entry as the sealer gives it. */
export function entryOf(
  stream: string,
  version: number,
  kind: string,
  payload: JsonObject = {},
  more: Partial<SealedEntry> = {},
): SealedEntry {
  const at = new Date(Date.UTC(2026, 2, 2, 4) + version * 36_000_000)
  return {
    ...{ position: 0, jurisdiction: county, id: crypto.randomUUID() as SealedEntry['id'], stream, version, kind, at },
    ...{ recordedAt: at, actor: { system: 'test' }, rule: undefined, payload, readers: undefined },
    ...more,
  }
}

export const secret = ['fagai' as OrganisationId] as const
