import { v7 as newUuid } from 'uuid'
import { readerOf, readerOfEnterprise } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { carryOut } from '#platform/server/identity/index.ts'
import type { NewEntry } from '#platform/server/journal/index.ts'
import { type RegisteredEnterprise, readRegister } from './domain/representation-rules.ts'
import { findResident } from './find-residents.ts'
import { endMandate } from './mandates.ts'
import type { ResidentParts } from './parts.ts'
import {
  insertRepresentation,
  listOpen,
  listResting,
  listStanding,
  type RepresentationRow,
  turnRepresentation,
} from './representation-store.ts'
import type { ResidentSessions } from './sessions.ts'

/**
 * Asks the register of enterprises whom a resident represents, and whether those still do under whose mandates the resident acts; what it
 * says counts at once. Refuses: `residents.identity.required`, `residents.enterprise.unavailable`.
 */
export async function confirmEnterprises(
  parts: ResidentParts,
  sessions: ResidentSessions,
  resident: PersonId,
): Promise<Result<undefined>> {
  const { database, jurisdiction, clock } = parts
  const standing = await database.asSystem(jurisdiction, (tx) =>
    listStanding(tx, jurisdiction, { person: resident, at: clock.now() }),
  )
  const people = [...new Set([resident, ...standing.map(({ resident_id }) => resident_id)])]
  const answers = await Promise.all(people.map((person) => confirm(parts, person)))
  for (const person of people) sessions.forget(person)
  return answers.find(({ ok: isConfirmed }) => !isConfirmed) ?? ok(undefined)
}

async function confirm(parts: ResidentParts, resident: PersonId): Promise<Result<undefined>> {
  const { database, jurisdiction, personalData, enterprises } = parts
  const known = await database.asSystem(jurisdiction, (tx) =>
    findResident(tx, personalData, { jurisdiction, resident }),
  )
  if (known === undefined || known.name === null || known.number === null) return refuse('residents.identity.required')
  const registered = await enterprises({ resident, name: known.name, number: known.number })
  if (registered === 'unavailable') return refuse('residents.enterprise.unavailable')
  return carryOut(database, jurisdiction, (tx) => decide(tx, parts, resident, registered))
}

async function decide(
  tx: Transaction,
  { jurisdiction, clock }: ResidentParts,
  resident: PersonId,
  registered: readonly RegisteredEnterprise[],
): Promise<Result<Decision<undefined>>> {
  const now = clock.now()
  const open = await listOpen(tx, jurisdiction, { resident, codes: registered.map(({ code }) => code) })
  const { confirmed, ended, begun } = readRegister(open, resident, registered)
  const representations = ended.map(({ id }) => id)
  const resting = representations.length === 0 ? [] : await listResting(tx, jurisdiction, { representations, at: now })
  const turned = [
    ...ended.map((row) => ({ ...row, version: row.version + 1, ended_at: now })),
    ...confirmed.map((row) => ({ ...row, version: row.version + 1, confirmed_at: now })),
  ]
  const fresh = begun.map(
    ({ code, name }): RepresentationRow => ({
      ...{ id: newUuid(), version: 1, resident_id: resident, code, name },
      ...{ began_at: now, confirmed_at: now, ended_at: null },
    }),
  )
  const stopped = resting.map((row) => endMandate(row, { jurisdiction, actor: register, now }))
  const entryOf = (row: RepresentationRow): NewEntry => ({
    ...{ jurisdiction, stream: `residents.representation/${row.id}`, version: row.version, recordedAt: now },
    ...{ kind: `residents.representation.${stateOf(row)}`, actor: register, payload: { enterprise: row.code } },
    readers: [readerOf(row.resident_id), readerOfEnterprise(row.code)],
  })
  return ok({
    answer: undefined,
    entries: [...[...turned, ...fresh].map(entryOf), ...stopped.flatMap(({ entries }) => entries)],
    writes: [
      ...turned.map((row) => turnRepresentation(jurisdiction, row)),
      ...fresh.map((row) => insertRepresentation(jurisdiction, row)),
      ...stopped.flatMap(({ writes }) => writes),
    ],
  })
}

/** The answer of the register decides, no person. */
const register = { system: 'residents' } as const

function stateOf({ version, ended_at }: RepresentationRow): 'began' | 'confirmed' | 'ended' {
  if (ended_at !== null) return 'ended'
  return version === 1 ? 'began' : 'confirmed'
}
