import type { IdentityEntry } from '#platform/contract/identity-contract.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findNames, type IdentityRecord, listIdentityRecord } from '#platform/server/identity/index.ts'

/** A page of the record of accounts and powers, with the names of whoever stands in it. */
export async function viewRecord(
  tx: Transaction,
  jurisdiction: string,
  page: Parameters<typeof listIdentityRecord>[2],
): Promise<{ entries: IdentityEntry[] }> {
  const rows = await listIdentityRecord(tx, jurisdiction, page)
  const names = await findNames(tx, jurisdiction, {
    people: rows.flatMap((row) => [row.actorPerson, aboutOf(row)]),
    posts: rows.map(({ actorPost }) => actorPost),
  })
  return {
    entries: rows.map((row) => {
      const about = aboutOf(row)
      return {
        ...{ ...row, at: row.at.toISOString() },
        actorName: row.actorPerson && names.person(row.actorPerson),
        postName: row.actorPost && names.post(row.actorPost),
        aboutName: about === null ? null : names.person(about),
      }
    }),
  }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The person whose account it is, or who was appointed, dismissed or stood in for. */
function aboutOf({ stream, facts }: IdentityRecord): string | null {
  const ids = [facts?.person, stream.slice(stream.indexOf('/') + 1)]
  return ids.find((id): id is string => typeof id === 'string' && uuid.test(id)) ?? null
}
