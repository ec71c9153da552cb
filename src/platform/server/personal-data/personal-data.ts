import { createHmac } from 'node:crypto'
import type { PersonalKeys } from './keys.ts'
import { suites } from './suite.ts'

/** Personal data at rest: sealed, and found again by a keyed hash without being opened. */
export type PersonalData = {
  /**
   * Seals a text for one place (`data-hub.look-up/<id>`); elsewhere it cannot be opened.
   * @example services.personalData.seal('11010519491231002X', `data-hub.look-up/${id}`)
   */
  seal(text: string, place: string): Buffer
  /** Opens it; throws where it was altered, moved to another place, or its key is gone. */
  open(sealed: Buffer, place: string): string
  /** Equal for equal values of one kind, and telling nothing without the key (HMAC-SM3). Normalise the value first. */
  hash(kind: PersonalKind, value: string): Buffer
  /** Whether it was sealed under a key or suite that is not the present one, and ought to be sealed anew. */
  isStale(sealed: Buffer): boolean
}

/** What is looked for by its hash; the kinds never meet. */
type PersonalKind = 'person' | 'enterprise' | 'phone' | 'bank-card'

/** Opens the room on its keys. */
export function openPersonalData(keys: PersonalKeys): PersonalData {
  const present = keyOf(keys, keys.current)
  const heading = headingOf(suites[present.suite].mark, keys.current)
  return {
    seal: (text, place) => {
      const bound = Buffer.concat([heading, Buffer.from(place)])
      return Buffer.concat([heading, suites[present.suite].seal(present.key, Buffer.from(text), bound)])
    },
    open: (sealed, place) => open(keys, sealed, place),
    hash: (kind, value) => createHmac('sm3', keys.hash).update(`${kind}\n${value}`).digest(),
    isStale: (sealed) => !sealed.subarray(0, heading.length).equals(heading),
  }
}

function open(keys: PersonalKeys, sealed: Buffer, place: string): string {
  const { heading, id } = readHeading(sealed)
  const { suite, key } = keyOf(keys, id)
  const bound = Buffer.concat([heading, Buffer.from(place)])
  const text =
    sealed[0] === suites[suite].mark ? suites[suite].open(key, sealed.subarray(heading.length), bound) : undefined
  if (text === undefined) throw new Error(`personal data at ${place} was altered, or was sealed for another place`)
  return text.toString('utf8')
}

function headingOf(mark: number, id: string): Buffer {
  return Buffer.concat([Buffer.from([mark, id.length]), Buffer.from(id)])
}

function readHeading(sealed: Buffer): { readonly heading: Buffer; readonly id: string } {
  const heading = sealed.subarray(0, 2 + (sealed[1] ?? 0))
  return { heading, id: heading.subarray(2).toString('utf8') }
}

function keyOf({ keys }: PersonalKeys, id: string) {
  const key = keys.get(id)
  if (key === undefined)
    throw new Error(`personal data was sealed under the key ${id}, which personal-data-keys.json does not hold`)
  return key
}
