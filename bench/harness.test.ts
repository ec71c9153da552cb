import { expect, test } from 'vitest'
import { median, meterFor, ratioOf } from './harness.ts'

function printed(): { lines: unknown[]; print: (line: string) => void } {
  const lines: unknown[] = []
  return { lines, print: (line) => lines.push(JSON.parse(line)) }
}

test('the median of an even number of runs lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([9, 1, 2])).toBe(2)
})

test('a ratio above 1 is better, for rates and for durations', () => {
  expect(ratioOf('per_s', 200, 100)).toBe(2)
  expect(ratioOf('ms', 50, 100)).toBe(2)
})

test('ours and the peer take turns at going first', async () => {
  const order: string[] = []
  const run = (who: string, value: number) => async () => {
    order.push(who)
    return value
  }
  const { lines, print } = printed()
  await meterFor('turns', print).measure({
    metric: 'writes_per_s',
    unit: 'per_s',
    runs: 2,
    ours: run('ours', 300),
    peer: { name: 'pgbench', measure: run('peer', 200) },
  })
  expect(order).toEqual(['ours', 'peer', 'peer', 'ours'])
  expect(lines).toEqual([
    {
      bench: 'turns',
      metric: 'writes_per_s',
      value: 300,
      unit: 'per_s',
      runs: 2,
      peer: 'pgbench',
      peer_value: 200,
      ratio: 1.5,
    },
  ])
})

test('a peer that is not installed is said to be not run', () => {
  const { lines, print } = printed()
  meterFor('alone', print).report({
    metric: 'p95_ms',
    value: 12.3456,
    unit: 'ms',
    runs: 5,
    peer: { name: 'pgbench', notRun: 'not installed' },
  })
  expect(lines).toEqual([
    {
      bench: 'alone',
      metric: 'p95_ms',
      value: 12.35,
      unit: 'ms',
      runs: 5,
      peer: 'pgbench',
      peer_value: null,
      ratio: null,
      note: 'not run: not installed',
    },
  ])
})
