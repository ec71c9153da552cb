import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FaceSimulator, startFaceService } from '#platform/testing/simulators/face-service.ts'
import { faceSeconds, outcomeOf } from './face-checks.ts'
import { openFaceService } from './face-service.ts'
import type { FaceRow } from './face-store.ts'

const secret = '0123456789abcdef'
const asked = { name: '吴丽萍', number: '331199199001010020', check: 'c-1' }
let simulator: FaceSimulator

beforeAll(async () => {
  simulator = await startFaceService(secret)
})
afterAll(() => simulator.stop())

const service = (changes: object = {}) =>
  openFaceService(() => ({ url: simulator.url, secret, patienceMilliseconds: 5000, ...changes }))

it.each([
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['wait', 'pending'],
] as const)('a service that says “%s” is heard', async (fault, outcome) => {
  await simulator.behave(fault)
  const begun = await service().begin(asked)
  if (begun === 'unavailable') throw new Error('not begun')
  expect(begun.url).toContain(begun.session)
  expect(await service().ask(begun.session)).toMatchObject({ outcome })
})

it('one that is slow, away, not configured or does not know us is unavailable, and nothing hangs', async () => {
  for (const fault of ['slow', 'down'] as const) {
    await simulator.behave(fault)
    expect(await service({ patienceMilliseconds: 300 }).begin(asked)).toBe('unavailable')
  }
  await simulator.behave('pass')
  expect(await service({ secret: 'fedcba9876543210' }).begin(asked)).toBe('unavailable')
  expect(await service().ask('nothing')).toBe('unavailable')
  expect(await openFaceService(() => undefined).begin(asked)).toBe('unavailable')
})

it('a check that is out of its time has timed out, whatever the service says later', () => {
  const began = new Date('2026-03-02T09:00:00Z')
  const row = { asked_at: began, outcome: null } as FaceRow
  const at = (seconds: number) => new Date(began.getTime() + seconds * 1000)
  const passed = { outcome: 'passed', token: 't' } as const
  expect(outcomeOf(passed, row, at(faceSeconds - 1))).toBe('passed')
  expect(outcomeOf(passed, row, at(faceSeconds))).toBe('timed-out')
  expect(outcomeOf('unavailable', row, at(1))).toBe('pending')
  expect(outcomeOf('unavailable', { ...row, outcome: 'failed' }, at(1))).toBe('failed')
})
