import type { JurisdictionId, PersonId } from '#platform/kernel/ids.ts'
import { ed25519Signer, newEd25519Key, type Signer } from '#platform/server/signing/index.ts'
import type { NewEntry } from './entry.ts'

/** What the journal's own tests and benches write. Not exported by the room. */
export const suichang = '331123' as JurisdictionId
export const pingfang = '230108' as JurisdictionId
export const person = '01890000-0000-7000-8000-000000000001' as PersonId
export const noon = new Date('2026-03-02T04:00:00.000Z')
export const clock = { now: () => noon }

export function entryOf(stream: string, version: number, changes: Partial<NewEntry> = {}): NewEntry {
  return {
    jurisdiction: suichang,
    stream,
    version,
    kind: 'test.happened',
    recordedAt: noon,
    actor: { person },
    payload: { note: `${stream} v${version}`, amount: '125' },
    ...changes,
  }
}

export function testSigner(): Signer {
  return ed25519Signer(newEd25519Key())
}
