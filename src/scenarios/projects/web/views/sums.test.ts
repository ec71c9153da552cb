import { expect, test } from 'vitest'
import { chartOf } from '../../fixtures/chart.ts'
import { deadlines, monthAfter, weeksOf } from './calendar/month.ts'
import { drawn } from './drawn.ts'
import { kanbanColumns } from './kanban/columns.ts'
import { unitShares } from './people/people.ts'
import { sumsOf } from './sums.ts'
import { levelsOf } from './v-tree/v-path.ts'

const codes = ['1', '1.1', '1.2', '2', '2.1', '2.2', '2.2.1']
const { nodes, byId } = drawn(
  chartOf(codes, {
    '1.1': { state: 'done', lamp: 'blue', finishedAt: '2026-03-03T01:00:00.000Z' },
    '2.2.1': { lamp: 'red', owner: 1, deadline: '2026-03-03T09:00:00.000Z' },
  }),
)
const sums = sumsOf(nodes)

test('a branch sums up the leaves below it, however deep, and the whole all of them', () => {
  expect(sums.get('1')).toMatchObject({ leaves: 2, done: 1, lamps: { blue: 1, green: 1 } })
  expect(sums.get('2')).toMatchObject({ leaves: 2, done: 0, lamps: { green: 1, red: 1 } })
  expect(sums.get('')).toMatchObject({ leaves: 4, done: 1 })
})

test('the V goes down through what is worst off, or through what is picked', () => {
  const through = (picked?: string) => levelsOf(byId, sums, picked).map((level) => level.through?.code)
  expect(through()).toEqual(['2', '2.2', undefined])
  expect(through('1')).toEqual(['1', undefined])
})

test('cards stand in the column of their state, the worst lamp on top', () => {
  const columns = kanbanColumns(nodes)
  expect(columns.get('running')?.map(({ code }) => code)).toEqual(['2.2.1', '1.2', '2.1'])
  expect(columns.get('done')?.map(({ code }) => code)).toEqual(['1.1'])
})

test('units with something behind come first, and lamps count what is open', () => {
  const shares = unitShares(nodes)
  expect(shares.map(({ name, done, nodes: held }) => [name, done, held.length])).toEqual([
    ['水利局', 0, 1],
    ['交通局', 1, 3],
  ])
  expect(shares[1]?.lamps).toEqual({ white: 0, blue: 0, green: 2, yellow: 0, red: 0 })
})

test('deadlines stand on the day of the county, not of the browser', () => {
  expect([...deadlines(nodes).keys()].sort()).toEqual(['2026-03-03', '2026-03-13'])
})

test('a month is shown by whole weeks from Monday, over the turn of a year, too', () => {
  expect(weeksOf('2026-02').map(([monday]) => monday)).toEqual([
    '2026-01-26',
    '2026-02-02',
    '2026-02-09',
    '2026-02-16',
    '2026-02-23',
  ])
  expect(monthAfter('2026-11', 2)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
})
