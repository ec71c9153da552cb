import { expect, it } from 'vitest'
import { at } from '#platform/testing/work-calendar.ts'
import { heldUpBy } from './held-up.ts'

const late = { organisation: 'jiaotong', submittedAt: at('2026-03-18 10:00'), dueAt: at('2026-03-13 17:00') }
const waiting = { organisation: 'shuili', plannedStart: at('2026-03-16 00:00') }

it('a unit that overran its own clock is liable to the units that waited', () => {
  expect(heldUpBy(late, [waiting])).toEqual([waiting])
})

it('a unit that started late because of others, and then took no more than was planned, is liable to nobody', () => {
  expect(heldUpBy({ ...late, dueAt: at('2026-03-20 17:00') }, [waiting])).toEqual([])
})

it('nodes of the same unit, and those that were not to start yet, have not waited', () => {
  const own = { ...waiting, organisation: 'jiaotong' }
  const later = { ...waiting, plannedStart: at('2026-03-19 00:00') }
  expect(heldUpBy(late, [own, later])).toEqual([])
})
