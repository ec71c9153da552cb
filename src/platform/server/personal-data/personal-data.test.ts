import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openPersonalData, openPersonalKeys, type PersonalKeys, rotatePersonalKey, suiteIds } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'xianqu-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

const keysWith = (suite: PersonalKeys['current'], id = 'k1'): PersonalKeys => ({
  ...{ hash: randomBytes(32), current: id },
  keys: new Map([[id, { suite: suite as 'aes-256-gcm', key: randomBytes(48) }]]),
})

test.each(suiteIds)('%s: what is sealed can be opened where it belongs, and nowhere else', (suite) => {
  const room = openPersonalData(keysWith(suite))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
      const sealed = room.seal(text, place)
      expect(room.open(sealed, place)).toBe(text)
      expect(() => room.open(sealed, `${place}x`)).toThrow('altered')
    }),
    { numRuns: 50 },
  )
})

test.each(suiteIds)('%s: a single bit changed anywhere is noticed', (suite) => {
  const room = openPersonalData(keysWith(suite))
  const sealed = room.seal('11010519491231002X', 'here')
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => room.open(changed, 'here')).toThrow()
  }
})

test('the same text sealed twice looks different, and its hash is the same under one key only', () => {
  const room = openPersonalData(keysWith('sm4-cbc-hmac-sm3'))
  const other = openPersonalData(keysWith('sm4-cbc-hmac-sm3'))
  expect(room.seal('a', 'p').equals(room.seal('a', 'p'))).toBe(false)
  expect(room.hash('person', 'a').equals(room.hash('person', 'a'))).toBe(true)
  expect(room.hash('person', 'a').equals(room.hash('phone', 'a'))).toBe(false)
  expect(room.hash('person', 'a').equals(other.hash('person', 'a'))).toBe(false)
})

test('after a rotation what was sealed before is read, told as stale, and what is new is under the new key', () => {
  const before = openPersonalData(openPersonalKeys(folder))
  const sealed = before.seal('11010519491231002X', 'p')
  expect(rotatePersonalKey(folder, 'aes-256-gcm').current).toBe('k2')
  const after = openPersonalData(openPersonalKeys(folder))
  expect(after.open(sealed, 'p')).toBe('11010519491231002X')
  expect([before.isStale(sealed), after.isStale(sealed), after.isStale(after.seal('x', 'p'))]).toEqual([
    false,
    true,
    false,
  ])
  expect(after.hash('person', 'a').equals(before.hash('person', 'a'))).toBe(true)
  expect(() => before.open(after.seal('x', 'p'), 'p')).toThrow('k2')
})

test('keys that others may read are refused', () => {
  const file = join(folder, 'personal-data-keys.json')
  openPersonalKeys(folder)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  chmodSync(file, 0o644)
  expect(() => openPersonalKeys(folder)).toThrow('chmod 600')
  chmodSync(file, 0o600)
})
