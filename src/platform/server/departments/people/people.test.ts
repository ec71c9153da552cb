import { expect, test } from 'vitest'
import { isCreditCode, isMobile, readIdentityNumber } from '#platform/kernel/personal/index.ts'
import { inventCounty } from './tables.ts'

const seed = { seed: 'test', households: 400, villages: ['大柘镇大田村', '妙高街道北街村'], year: 2026 }
const county = inventCounty(seed)
const people = county.households.flatMap(({ members }) => members)
const rows = (dataset: string) => county.tables.get(dataset) ?? []

test('the same seed invents the same county', () => {
  expect(inventCounty(seed)).toEqual(county)
})

test('everybody has a number of their own that holds together and belongs to no county', () => {
  for (const { number, bornOn, sex } of people) {
    expect(readIdentityNumber(number)).toMatchObject({ bornOn, sex })
    expect(number.startsWith('331199')).toBe(true)
  }
  expect(new Set(people.map(({ number }) => number)).size).toBe(people.length)
  expect(people.every(({ phone }) => isMobile(phone))).toBe(true)
})

test('spouses name each other, children are younger than their mothers by sixteen years at least', () => {
  const byNumber = new Map(people.map((one) => [one.number, one]))
  for (const one of people) if (one.spouse !== undefined) expect(byNumber.get(one.spouse)?.spouse).toBe(one.number)
  for (const { members } of county.households) {
    const mother = members.find(({ relation }) => relation === '妻')
    for (const child of members.filter(({ relation }) => relation === '子' || relation === '女'))
      expect((mother?.age ?? 99) - child.age).toBeGreaterThanOrEqual(16)
  }
})

test('the departments agree: everybody whom one knows is in the register, under the same name', () => {
  const names = new Map(people.map(({ number, name }) => [number, name]))
  for (const [dataset, all] of county.tables)
    for (const row of all)
      if ('identity-number' in row)
        expect([dataset, row.name]).toEqual([dataset, names.get(String(row['identity-number']))])
})

test('nobody owns a house and rents another, and every enterprise has a code that holds together', () => {
  const owners = new Set(rows('housing-archive').map((row) => row['identity-number']))
  expect(rows('tenancy-contracts').length).toBeGreaterThan(20)
  for (const row of rows('tenancy-contracts')) expect(owners.has(row['identity-number'] ?? '')).toBe(false)
  expect(rows('business-registration').length).toBeGreaterThan(20)
  for (const row of rows('business-registration')) expect(isCreditCode(String(row['credit-code']))).toBe(true)
})

test('every table has somebody in it', () => {
  for (const dataset of [
    'veterans',
    'disability-certificate',
    'social-relief',
    'school-enrolment',
    'birth-certificate',
    'income-tax',
    'food-licences',
  ])
    expect([dataset, rows(dataset).length > 0]).toEqual([dataset, true])
})
