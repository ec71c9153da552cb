import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeWanted, choosable, passwordLongest } from './password-rules.ts'
import { defaultSignInSettings } from './sign-in-settings.ts'

const settings = { ...defaultSignInSettings, passwordLength: 10, passwordClasses: 3, passwordDays: 90 }
const codeOf = (password: string) => {
  const answer = choosable(password, 'zhangwei', settings)
  return answer.ok ? 'ok' : answer.refusal.code
}

describe('a password', () => {
  test.each([
    ['Abcdef-123', 'ok'],
    ['Abcdef-12', 'identity.password.short'],
    ['abcdefghij1', 'identity.password.classes'],
    ['abcdefghij遂1', 'ok'],
    ['Zhangwei-2026', 'identity.password.login'],
    [`Aa1${'x'.repeat(passwordLongest)}`, 'identity.password.long'],
  ])('%s is answered with %s', (password, code) => expect(codeOf(password)).toBe(code))

  test('of characters outside the basic plane is counted as readers count it', () => {
    expect(codeOf(`${'𬭎'.repeat(7)}Aa`)).toBe('identity.password.short')
    expect(codeOf(`${'𬭎'.repeat(8)}Aa`)).toBe('ok')
  })

  test('never becomes unfit by one more character of a class that it has, up to the longest', () => {
    const password = fc.string({ minLength: 1, maxLength: passwordLongest - 1, unit: 'grapheme-ascii' })
    fc.assert(fc.property(password, (text) => codeOf(text) !== 'ok' || codeOf(`${text}!`) === 'ok'))
  })
})

describe('a change of password', () => {
  const setAt = new Date('2026-01-01T00:00:00Z')
  const daysLater = (days: number) => new Date(setAt.getTime() + days * 86_400_000)

  test('is wanted at once where somebody else made the password', () => {
    expect(changeWanted({ temporary: true, setAt }, settings, setAt)).toBe('first')
  })

  test('is wanted on the ninetieth day and not before', () => {
    expect(changeWanted({ temporary: false, setAt }, settings, daysLater(89.99))).toBeNull()
    expect(changeWanted({ temporary: false, setAt }, settings, daysLater(90))).toBe('aged')
  })
})
