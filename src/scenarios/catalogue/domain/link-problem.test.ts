import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solvePlan } from '../server/solve-plan.ts'
import { type CatalogueMatter, needOf, readCatalogue } from './catalogue.ts'
import { freedBy, greedyPlan, linkProblem } from './link-problem.ts'

const matter = (name: string, cases: number, ...materials: string[]): CatalogueMatter => ({
  ...{ code: name, name, authority: '民政局', cases },
  materials: materials.map((one) => {
    const [material = '', holder = ''] = one.split('@')
    return { name: material, holder }
  }),
})

describe('a matter', () => {
  it('is alone with its own papers and the applicant’s, needs others for theirs, and is unclear where nobody wrote who holds one', () => {
    expect(needOf(matter('甲', 1, '档案@民政局', '照片@申请人'))).toBe('alone')
    expect(needOf(matter('乙', 1, '户口簿@公安局', '证明'))).toBe('others')
    expect(needOf(matter('丙', 1, '证明'))).toBe('unclear')
  })
})

describe('a sheet', () => {
  it('is read by the names of its columns, in any order, with the row told that is wrong', () => {
    const rows = [
      ['材料', '年办件量', '事项名称', '主管单位', '事项编码'],
      ['户口簿@公安局；照片@申请人', '1,200', '低保', '民政局', 'A1'],
    ]
    expect(readCatalogue(rows)).toMatchObject({
      value: [{ name: '低保', cases: 1200, materials: [{ holder: '公安局' }, {}] }],
    })
    expect(readCatalogue([['事项名称']])).toMatchObject({ refusal: { code: 'catalogue.columns.missing' } })
    expect(readCatalogue([...rows, ['', '很多', '高龄津贴', '民政局', 'A2']])).toMatchObject({
      refusal: { facts: { row: 3 } },
    })
  })
})

describe('a plan of links', () => {
  it('builds two links that free a great matter together, where going by the nose takes the small one first', async () => {
    const problem = linkProblem([
      matter('大', 100, '户口簿@公安局', '房产@自然资源局'),
      matter('小', 10, '学籍@教育局'),
      matter('更小', 9, '社保@人社局'),
    ])
    expect(greedyPlan(problem, problem.counts, 2).cases).toBe(19)
    expect(await solvePlan(problem, 2)).toMatchObject({ cases: 100, matters: 1, isProved: true })
  })

  it('is never worse than greed, frees what it says, grows with the budget, and is the best of all where all can be tried', async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const matters = fc.array(
      fc.record({
        cases: fc.integer({ min: 1, max: 50 }),
        needs: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(matters, fc.integer({ min: 0, max: 6 }), async (drawn, most) => {
        const problem = linkProblem(
          drawn.map(({ cases, needs }, index) => matter(`m${index}`, cases, ...needs.map((one) => `${one}@局${one}`))),
        )
        const plan = await solvePlan(problem, most)
        expect(plan.links.length).toBeLessThanOrEqual(most)
        expect(plan.cases).toBeGreaterThanOrEqual(greedyPlan(problem, problem.counts, most).cases)
        expect(plan.cases).toBe(bestOfAll(problem, most))
      }),
      { numRuns: 40 },
    )
  })
})

function bestOfAll(problem: ReturnType<typeof linkProblem>, most: number): number {
  let best = 0
  for (let set = 0; set < 2 ** problem.links.length; set += 1) {
    const links = problem.links.flatMap((_, link) => (set & (1 << link) ? [link] : []))
    if (links.length <= most) best = Math.max(best, freedBy(problem, problem.counts, links).cases)
  }
  return best
}
