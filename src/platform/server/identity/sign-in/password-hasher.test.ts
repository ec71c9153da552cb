import { expect, test } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { noPassword, passwordHasher } from './password-hasher.ts'

test('a hash knows its password, however its characters are composed, and no other', async () => {
  const hasher = passwordHasher()
  const hash = unwrap(await hasher.hash('Ångström-12'))
  expect(unwrap(await hasher.matches(hash, 'Ångström-12'.normalize('NFD')))).toBe(true)
  expect(unwrap(await hasher.matches(hash, 'Ångström-13'))).toBe(false)
  expect(unwrap(await hasher.matches(noPassword, ''))).toBe(false)
})

test('a flood of checks is refused beyond those that may wait, and the rest are answered', async () => {
  const hasher = passwordHasher({ parallel: 1, waiting: 2 })
  const answers = await Promise.all(Array.from({ length: 6 }, () => hasher.matches(noPassword, 'x')))
  expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, false, false, false])
  expect((await hasher.matches(noPassword, 'x')).ok).toBe(true)
})
