import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  defaultSignInSettings,
  loosened,
  type SignInSettings,
  signInLimits,
  signInSettingNames,
  strictest,
  withinLevel3,
} from './sign-in-settings.ts'

const value = fc.integer({ min: -5, max: 2000 })
const allowed = fc
  .record(Object.fromEntries(signInSettingNames.map((name) => [name, within(name)])))
  .map((settings) => settings as SignInSettings)

function within(name: keyof SignInSettings) {
  const { limit, strictest: most } = signInLimits[name]
  return fc.integer({ min: Math.min(limit, most), max: Math.max(limit, most) })
}

describe('sign-in settings', () => {
  test('are by default no laxer than level 3', () => {
    for (const name of signInSettingNames) expect(withinLevel3(name, defaultSignInSettings[name])).toBe(true)
  })

  test('that are put together are as strict as each of them', () => {
    fc.assert(
      fc.property(allowed, allowed, (a, b) => {
        const both = strictest(a, b)
        expect(loosened(a, both)).toEqual([])
        expect(loosened(b, both)).toEqual([])
      }),
    )
  })

  test('can be tightened and never loosened, whatever is asked for', () => {
    fc.assert(
      fc.property(allowed, fc.constantFrom(...signInSettingNames), value, (base, name, wanted) => {
        const refused = loosened(base, { [name]: wanted }).length > 0
        const stricter = signInLimits[name].stricter === 'more' ? wanted >= base[name] : wanted <= base[name]
        expect(refused).toBe(!stricter || !withinLevel3(name, wanted))
      }),
    )
  })
})
