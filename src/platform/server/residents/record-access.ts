import { readerOf } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok } from '#platform/kernel/result.ts'
import { appendEntries, refuseMoved } from '#platform/server/journal/index.ts'
import type { ResidentParts } from './parts.ts'
import { findAccessVersion } from './resident-store.ts'
import { type Happening, streams } from './streams.ts'

const attempts = 8

/** Puts into the record that a resident came or went, for the resident to read. */
export async function recordAccess(parts: ResidentParts, resident: PersonId, happening: Happening): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) if (await append(parts, resident, happening)) return
  throw new Error(`the story of the sign-ins of resident ${resident} kept moving`)
}

async function append(parts: ResidentParts, resident: PersonId, happening: Happening): Promise<boolean> {
  const { database, jurisdiction, clock } = parts
  const stream = streams.access(resident)
  const written = await refuseMoved(
    database.asSystem(jurisdiction, async (tx) => {
      const version = (await findAccessVersion(tx, jurisdiction, stream)) + 1
      const place = { jurisdiction, stream, version, recordedAt: clock.now(), readers: [readerOf(resident)] }
      return ok(await appendEntries(tx, [{ ...happening, ...place }]))
    }),
  )
  return written.ok
}
