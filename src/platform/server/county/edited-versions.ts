import { isDeepStrictEqual } from 'node:util'
import type { PackChange } from './diff-pack.ts'
import { declaredKinds } from './document-kinds.ts'

const aids = new Map<string, readonly string[]>(declaredKinds.map(([kind, { aids }]) => [kind, aids ?? []]))

/** The versions of documents that a pack edits, by their ids: their aids may change at any time, and nothing else. */
export function editedVersions(changes: readonly PackChange[]): string[] {
  return changes.flatMap((change) => (isEdited(change) ? [change.id] : []))
}

function isEdited(change: PackChange): boolean {
  if (change.type !== 'changed' || change.kind !== 'document' || !change.id.includes('@')) return false
  const { body, ...others } = change.fields
  const loose = aids.get(String(change.content.type)) ?? []
  return Object.keys(others).length > 0 || !isDeepStrictEqual(without(loose, body?.from), without(loose, body?.to))
}

function without(names: readonly string[], body: unknown): unknown {
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !names.includes(name)))
}
