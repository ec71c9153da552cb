import { randomUUID } from 'node:crypto'
import type { JurisdictionId } from '#platform/kernel/ids.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import {
  appendStatement,
  catchUp,
  defineProjection,
  type SealedEntry,
  sealAll,
} from '#platform/server/journal/index.ts'
import { type Ladder, type Owed, openObligation, recordOwed } from '#platform/server/obligations/index.ts'
import { ed25519Signer, newEd25519Key } from '#platform/server/signing/index.ts'
import type { TestDatabase } from './database.ts'
import { testCalendar as calendar } from './work-calendar.ts'

/** The jurisdiction of obligations that stand by themselves, without a county. */
export const jurisdiction = '331199' as JurisdictionId

/** Two rungs: the lead's for two working days, and the offices'. */
export const testLadder: Ladder = {
  ...{ id: 'standard', version: '1', name: '三级督办' },
  levels: [
    { name: '一级', receiver: { relation: 'lead-unit', post: 'director' }, limit: { workingDays: 2 } },
    { name: '二级', receiver: { organisation: 'ducha', post: 'supervisor' } },
  ],
}

/** The rules that test obligations are opened under. */
export const testRules = { calendar, ladder: testLadder }

/** Puts obligations in hand on record, as a command does. */
export async function recordObligations(tx: Transaction, owed: readonly Owed[], now: Instant): Promise<void> {
  const recorded = { jurisdiction, actor: { system: 'test' }, recordedAt: new Date(now) }
  const { writes, entries } = recordOwed(recorded, () => testRules, owed)
  await Promise.all([...writes, appendStatement(entries)].map((one) => tx.prepared(one.name, one.text, one.values)))
}

/** Opens an obligation for each deadline; gives their ids. */
export async function openObligations(
  database: TestDatabase,
  deadlines: readonly Instant[],
  now: Instant,
): Promise<string[]> {
  const owed = deadlines.map((dueAt) =>
    openObligation(
      testRules,
      {
        ...{ kind: 'test', subject: `test.thing/${randomUUID()}`, title: '完成施工许可', lead: 'fagai', dueAt },
        ...{ debtor: { organisation: 'jiaotong', person: null }, readers: null },
      },
      now,
    ),
  )
  await database.asSystem(jurisdiction, (tx) => recordObligations(tx, owed, now))
  return owed.map(({ row }) => row.id)
}

/** Seals the record; gives every obligation's story as a projection reads it. */
export async function sealedStories(database: TestDatabase): Promise<Map<string, SealedEntry[]>> {
  await sealAll(database, jurisdiction, {
    ...{ clock: { now: () => new Date() }, signer: ed25519Signer(newEd25519Key()) },
  })
  const entries: SealedEntry[] = []
  const handle = async (_: Transaction, more: readonly SealedEntry[]) => void entries.push(...more)
  const projection = { name: `test.${randomUUID()}`, version: 1, reset: async () => undefined, handle }
  await catchUp(database, jurisdiction, defineProjection(projection))
  return Map.groupBy(entries, ({ stream }) => stream)
}
