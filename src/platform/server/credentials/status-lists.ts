import type { Database } from '#platform/server/database/index.ts'
import { listMarked } from './credential-store.ts'
import { type CredentialParts, issuerOf, listUriOf } from './parts.ts'
import { signStatusList } from './status-list.ts'

/** The signed lists of standings, for whoever verifies without asking. */
export type StatusLists = {
  /** The list of a month (`2026-03`), at most a minute old. */
  signed(list: string, now: Date): Promise<string>
}

const keptMilliseconds = 60_000

/** Signs each list at most once a minute, however many ask. */
export function openStatusLists(parts: CredentialParts & { readonly database: Database }): StatusLists {
  const kept = new Map<string, { readonly until: number; readonly text: Promise<string> }>()
  return {
    signed: (list, now) => {
      const there = kept.get(list)
      if (there !== undefined && now.getTime() < there.until) return there.text
      if (kept.size > 120) kept.clear()
      const text = sign(parts, list, now)
      kept.set(list, { until: now.getTime() + keptMilliseconds, text })
      text.catch(() => kept.delete(list))
      return text
    },
  }
}

async function sign(parts: CredentialParts & { readonly database: Database }, list: string, now: Date) {
  const { database, jurisdiction, crypto } = parts
  const marked = await database.asSystem(jurisdiction, (tx) => listMarked(tx, jurisdiction, list))
  const signer = crypto.signer('credentials', 'SM2')
  return signStatusList(signer, { issuer: issuerOf(parts), uri: listUriOf(parts, list), marked, now })
}
