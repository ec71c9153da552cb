import { expect, test } from 'vitest'
import type { SignInLeeway, SignInStrictness } from '#platform/contract/identity-contract.ts'
import { boundsOf, changesIn, isAllowed, wantedOf } from './sign-in-changes.ts'

const pack: SignInStrictness = {
  ...{ passwordLength: 10, passwordClasses: 3, passwordHistory: 5, passwordDays: 90 },
  ...{ failures: 5, lockMinutes: 20, idleMinutes: 20, sessionHours: 12 },
}
const leeway: SignInLeeway = {
  now: { ...pack, passwordLength: 12 },
  pack,
  strictest: {
    ...{ passwordLength: 64, passwordClasses: 4, passwordHistory: 24, passwordDays: 1 },
    ...{ failures: 1, lockMinutes: 1440, idleMinutes: 1, sessionHours: 1 },
  },
}

test('a setting goes from what the pack asks to the strictest, whether that is more or less', () => {
  expect(boundsOf(leeway, 'passwordLength')).toEqual({ least: 10, most: 64 })
  expect(boundsOf(leeway, 'idleMinutes')).toEqual({ least: 1, most: 20 })
})

test.each([
  ['10', true],
  ['64', true],
  ['9', false],
  ['65', false],
  ['12.5', false],
  ['', false],
  ['一', false],
])('a password of at least “%s” characters may be asked for: %s', (typed, is) => {
  expect(isAllowed(leeway, 'passwordLength', typed)).toBe(is)
})

test('what is typed as it stands already is no change', () => {
  expect(changesIn(leeway, { passwordLength: '12', idleMinutes: '15' })).toEqual(['idleMinutes'])
})

test('what was made stricter before stays so, and what comes back to the pack is left to it', () => {
  expect(wantedOf(leeway, { idleMinutes: '15' })).toEqual({ passwordLength: 12, idleMinutes: 15 })
  expect(wantedOf(leeway, { passwordLength: '10' })).toEqual({})
})
