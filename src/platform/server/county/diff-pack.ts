import { isDeepStrictEqual } from 'node:util'
import type { PackRecord, RecordContent, RecordKind } from './records.ts'

/** A record as the county has it now. */
export type CurrentRecord = PackRecord & {
  /** It has ended; the pack may bring it back. */
  readonly retired: boolean
  /** The county's administrators made it or took it over; a pack leaves it alone. */
  readonly local: boolean
}

/** One step from what the county has to what the pack says. Nothing is ever deleted. */
export type PackChange =
  | { readonly type: 'added'; readonly kind: RecordKind; readonly id: string; readonly content: RecordContent }
  | {
      readonly type: 'changed'
      readonly kind: RecordKind
      readonly id: string
      readonly content: RecordContent
      readonly fields: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
    }
  | { readonly type: 'retired'; readonly kind: RecordKind; readonly id: string }

/**
 * The changes that bring a county to agree with its pack; none where it does already.
 * @param current everything that the county has, retired records included
 */
export function diffPack(current: readonly CurrentRecord[], wanted: readonly PackRecord[]): PackChange[] {
  const key = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`
  const have = new Map(current.map((record) => [key(record), record]))
  const want = new Set(wanted.map(key))
  return [
    ...wanted.flatMap((record) => changesTo(have.get(key(record)), record)),
    ...current
      .filter((record) => !record.retired && !record.local && !want.has(key(record)))
      .map(({ kind, id }): PackChange => ({ type: 'retired', kind, id })),
  ]
}

function changesTo(had: CurrentRecord | undefined, { kind, id, content }: PackRecord): PackChange[] {
  if (had?.local) return []
  if (had === undefined || had.retired) return [{ type: 'added', kind, id, content }]
  const names = [...new Set([...Object.keys(had.content), ...Object.keys(content)])].sort()
  const differing = names.filter((name) => !isDeepStrictEqual(had.content[name], content[name]))
  if (differing.length === 0) return []
  const fields = differing.map((name) => [name, { from: had.content[name] ?? null, to: content[name] ?? null }])
  return [{ type: 'changed', kind, id, content, fields: Object.fromEntries(fields) }]
}
