import { randomBytes } from 'node:crypto'
import { openPersonalData, type PersonalData } from '#platform/server/personal-data/index.ts'

/** Seals personal data under keys of this process, for stands that have no data folder. */
export function testPersonalData(): PersonalData {
  const key = { suite: 'sm4-cbc-hmac-sm3' as const, key: randomBytes(48) }
  return openPersonalData({ hash: randomBytes(32), current: 'k1', keys: new Map([['k1', key]]) })
}
