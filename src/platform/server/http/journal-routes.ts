import { implement } from '@orpc/server'
import { journalContract } from '#platform/contract/journal-contract.ts'
import type { Clock } from '#platform/kernel/clock.ts'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Database } from '#platform/server/database/index.ts'
import { latestHead, proveEntry, type Signer } from '#platform/server/journal/index.ts'
import type { RequestContext } from './call-context.ts'
import { admitStaff, scopeOf } from './guard.ts'
import { refused } from './refused.ts'

/** What the journal's routes need. */
export type JournalRouteParts = {
  readonly database: Database
  readonly clock: Clock
  readonly jurisdiction: JurisdictionId
  readonly signer: Signer
}

/** The record's public proofs. */
export function journalRoutes({ database, jurisdiction, signer }: JournalRouteParts) {
  const os = implement(journalContract).$context<RequestContext>()
  return os.router({
    head: os.head.handler(async () => {
      const head = await database.asSystem(jurisdiction, (tx) => latestHead(tx, jurisdiction))
      return { head: head ?? null, publicKey: signer.publicKey }
    }),
    proof: os.proof.handler(async ({ context, input }) => {
      const actor = await admitStaff(context)
      const proof = await database.transaction(scopeOf(actor), (tx) => proveEntry(tx, jurisdiction, input.entry))
      if (proof.ok) {
        const { position, leafHash, path, head } = proof.value
        return { entry: input.entry, position: String(position), leafHash, path: [...path], head }
      }
      if (proof.refusal.code === 'journal.entry.unsealed')
        return { entry: input.entry, position: null, leafHash: null, path: [], head: null }
      return refused(proof.refusal.code, proof.refusal.facts)
    }),
  })
}
