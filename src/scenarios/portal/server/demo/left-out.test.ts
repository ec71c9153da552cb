import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isLeftOut, patience } from './left-out.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A scene that fails so often before it is played. */
function scene(failures: number, message: string) {
  let played = 0
  const play = async () => {
    played += 1
    if (played <= failures) throw new Error(message)
  }
  return { play, count: () => played }
}

test('a scene whose department was silent at first is played after all', async () => {
  const { play, count } = scene(3, 'residents.identity.unavailable {}')
  const done = patience()(play)
  await vi.runAllTimersAsync()
  await expect(done).resolves.toBeUndefined()
  expect(count()).toBe(4)
})

test('one whose department stays silent is left out, and one that is wrong is neither repeated nor left out', async () => {
  const silent = scene(9, 'residents.enterprise.unavailable {}')
  const patiently = patience()
  const given = patiently(silent.play).catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  expect([isLeftOut(await given), silent.count()]).toEqual([true, 4])
  const next = scene(9, 'residents.identity.unavailable {}')
  expect([isLeftOut(await patiently(next.play).catch((error: unknown) => error)), next.count()]).toEqual([true, 1])
  const wrong = scene(9, 'permission.reach {}')
  expect([isLeftOut(await patience()(wrong.play).catch((error: unknown) => error)), wrong.count()]).toEqual([false, 1])
})
