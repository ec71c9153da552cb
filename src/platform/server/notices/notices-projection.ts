import { defineProjection, type Projection, type SealedEntry } from '#platform/server/journal/index.ts'
import type { NoticeRule } from './notice.ts'
import { deleteNotices, insertNotices, type NewNotice } from './notice-store.ts'

/** Raise it when the same entries would be told otherwise. */
const version = 3

/** The projection that turns entries into notices, by the rules of all engines and scenarios. */
export function noticesProjection(rules: readonly NoticeRule[]): Projection {
  const byKind = Map.groupBy(rules, ({ kind }) => kind)
  return defineProjection({
    name: 'notices',
    version,
    kinds: [...byKind.keys()],
    reset: (tx) => deleteNotices(tx),
    handle: async (tx, entries) => {
      const notices = entries.flatMap((entry) => noticesOf(byKind.get(entry.kind) ?? [], entry))
      if (notices.length > 0) await insertNotices(tx, notices)
    },
  })
}

/** An entry whose payload was erased tells nobody anything. */
function noticesOf(rules: readonly NoticeRule[], entry: SealedEntry): NewNotice[] {
  if (entry.payload === undefined) return []
  const told = rules.flatMap((rule) => rule.tell(entry))
  return told.map((notice, ordinal) => ({ ...notice, ordinal, entry }))
}
