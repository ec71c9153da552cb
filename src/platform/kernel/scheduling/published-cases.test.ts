import { describe, expect, it } from 'vitest'
import type { Activity, Timing } from './activity.ts'
import type { LinkKind } from './link.ts'
import { schedule } from './schedule.ts'

/** `B: [4, 'A']` is B of 4 units after A; `'A SS 2'` is a start-to-start link of 2. */
type Written = Readonly<Record<string, readonly [duration: number, ...links: string[]]>>

function activitiesOf(written: Written): Activity[] {
  return Object.entries(written).map(([id, [duration, ...links]]) => ({
    id,
    duration,
    links: links.map((text) => {
      const [node = '', kind = 'FS', lag = '0'] = text.split(' ')
      return { node, kind: kind as LinkKind, lag: Number(lag) }
    }),
  }))
}

function reckon(written: Written) {
  const answer = schedule(activitiesOf(written), { start: 0 })
  if (answer.kind === 'cycle') throw new Error(answer.path.join(' '))
  const ids = Object.keys(written)
  const pick = (key: keyof Timing) => Object.fromEntries(ids.map((id, place) => [id, answer.timings[place]?.[key]]))
  return { finish: answer.finish, pick, critical: ids.filter((_, place) => answer.timings[place]?.critical).join('') }
}

describe('cases of the project-scheduling literature', () => {
  // F. S. Hillier, G. J. Lieberman, Introduction to Operations Research, chapter on PERT/CPM: weeks.
  it('the Reliable Construction Co. builds its plant in 44 weeks along A B C E F J L N', () => {
    const plant = reckon({
      ...{ A: [2], B: [4, 'A'], C: [10, 'B'], D: [6, 'C'], E: [4, 'C'], F: [5, 'E'], G: [7, 'D'] },
      ...{ H: [9, 'E', 'G'], I: [7, 'C'], J: [8, 'F', 'I'], K: [4, 'J'], L: [5, 'J'], M: [2, 'H'], N: [6, 'K', 'L'] },
    })
    expect(plant.finish).toBe(44)
    expect(plant.critical).toBe('ABCEFJLN')
    const earliest = { A: 0, B: 2, C: 6, D: 16, E: 16, F: 20, G: 22, H: 29, I: 16, J: 25, K: 33, L: 33, M: 38, N: 38 }
    expect(plant.pick('earliestStart')).toEqual(earliest)
    const slack = { A: 0, B: 0, C: 0, D: 4, E: 0, F: 0, G: 4, H: 4, I: 2, J: 0, K: 1, L: 0, M: 4, N: 0 }
    expect(plant.pick('totalSlack')).toEqual(slack)
  })

  // J. Heizer, B. Render, Operations Management, chapter on project management: weeks.
  it('Milwaukee Paper installs its filter in 15 weeks along A C E G H', () => {
    const filter = reckon({
      ...{
        A: [2],
        B: [3],
        C: [2, 'A'],
        D: [4, 'A', 'B'],
        E: [4, 'C'],
        F: [3, 'C'],
        G: [5, 'D', 'E'],
        H: [2, 'F', 'G'],
      },
    })
    expect(filter.finish).toBe(15)
    expect(filter.critical).toBe('ACEGH')
    expect(filter.pick('earliestStart')).toEqual({ A: 0, B: 0, C: 2, D: 3, E: 4, F: 4, G: 8, H: 13 })
    expect(filter.pick('latestStart')).toEqual({ A: 0, B: 1, C: 2, D: 4, E: 4, F: 10, G: 8, H: 13 })
    expect(filter.pick('totalSlack')).toEqual({ A: 0, B: 1, C: 0, D: 1, E: 0, F: 6, G: 0, H: 0 })
  })

  // C. Hendrickson, Project Management for Construction, section on scheduling with leads, lags and windows: two activities
  // of five days each, between a start and a finish.
  it.each([
    ['1', 10, 5],
    ['1 SS 2', 7, 2],
    ['1 FF 2', 7, 2],
  ])('two activities of five days linked by %s end after %i days', (link, finish, start) => {
    const pair = reckon({ 0: [0], 1: [5, '0'], 2: [5, '0', link], 3: [0, '1', '2'] })
    expect(pair.finish).toBe(finish)
    expect(pair.pick('earliestStart')['2']).toBe(start)
  })

  // J. D. Wiest, Precedence diagramming method: some unusual characteristics and their implications for project managers,
  // Journal of Operations Management 1 (1981): the phenomenon is his, the figures here are ours.
  it('an activity that is critical by its finish before and its start after shortens the project when it takes longer', () => {
    const withMiddle = (middle: number) => reckon({ A: [10], B: [middle, 'A FF 0'], C: [10, 'B SS 0'] })
    expect(withMiddle(4)).toMatchObject({ finish: 16, critical: 'ABC' })
    expect(withMiddle(6)).toMatchObject({ finish: 14, critical: 'ABC' })
  })
})
