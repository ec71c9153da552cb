import { expect, it } from 'vitest'
import { modelText, table } from '../../fixtures/model-text.ts'
import { workOut } from '../../fixtures/work-out.ts'

const rows = ['>= 80 | "gold"; 3', '>= 60 | "silver"; 2', '>= 10 | "bronze"; 1', '>= 60 | "silver"; 2']

function under(policy: string, points: number, more: readonly string[] = rows) {
  const medals = { medal: '"gold", "silver", "bronze"', value: '' }
  const logic = table(policy, ['points'], medals, more)
  return workOut(modelText({ points: 'number' }, [{ name: 'award', logic }]), { points })
}

function single(policy: string, points: number) {
  const logic = table(policy, ['points'], { value: '' }, ['>= 80 | 3', '>= 60 | 2', '>= 10 | 1'])
  return workOut(modelText({ points: 'number' }, [{ name: 'award', logic }]), { points }).result
}

it('a unique table gives the one row that holds', () => {
  expect(under('UNIQUE', 20).result).toEqual({ medal: 'bronze', value: 1 })
})

it('a unique table in which two rows hold gives nothing, and says which rows', () => {
  const { result, explanation } = under('UNIQUE', 90)
  expect(result).toBeNull()
  expect(explanation.problems).toMatchObject([{ kind: 'overlap', message: 'U: 1, 2, 3, 4' }])
})

it('an any table gives what its rows agree on, and nothing where they differ', () => {
  expect(under('ANY', 70, [rows[1] as string, rows[3] as string]).result).toEqual({ medal: 'silver', value: 2 })
  expect(under('ANY', 70)).toMatchObject({ result: null, explanation: { problems: [{ kind: 'differ' }] } })
})

it('a priority table gives the row that stands first in the order of output values', () => {
  expect(under('PRIORITY', 70, [rows[2] as string, rows[1] as string]).result).toEqual({ medal: 'silver', value: 2 })
})

it('a first table gives the first row, however many hold', () => {
  expect(under('FIRST', 90).result).toEqual({ medal: 'gold', value: 3 })
})

it('rule order and output order give all rows, each in its order', () => {
  const turned = rows.toReversed()
  const medals = (policy: string) => (under(policy, 90, turned).result as { medal: string }[]).map(({ medal }) => medal)
  expect(medals('RULE ORDER')).toEqual(['silver', 'bronze', 'silver', 'gold'])
  expect(medals('OUTPUT ORDER')).toEqual(['gold', 'silver', 'silver', 'bronze'])
})

it('collect gives all rows, or their sum, least, greatest or number', () => {
  expect(single('COLLECT', 70)).toEqual([2, 1])
  expect(single('COLLECT / SUM', 90)).toBe(6)
  expect(single('COLLECT / MIN', 90)).toBe(1)
  expect(single('COLLECT / MAX', 90)).toBe(3)
  expect(single('COLLECT / COUNT', 90)).toBe(3)
})

it('a table in which no row holds gives nothing', () => {
  expect(single('UNIQUE', 1)).toBeNull()
  expect(under('UNIQUE', 1).explanation.plain.join()).toContain('没有一行命中')
})

it('sums of money are decimal', () => {
  const logic = table('COLLECT / SUM', ['points'], { fee: '' }, ['- | 0.1', '- | 0.2'])
  expect(workOut(modelText({ points: 'number' }, [{ name: 'fee', logic }]), { points: 1 }).result).toBe(0.3)
})
