import { type Seeded, seeded } from '#platform/kernel/seeded.ts'
import { asChildOf, type InventedPerson, makePerson, two } from './person.ts'

/** Somebody in a household. */
export type Member = InventedPerson & {
  readonly relation: string
  readonly age: number
  readonly spouse: string | undefined
}

/** A household that does not exist. */
export type Household = {
  readonly number: string
  readonly village: string
  readonly address: string
  readonly members: readonly Member[]
  /** Of the couple, where there is one. */
  readonly marriedOn: string | undefined
}

/** What a county's invented people are made from; the same gives the same people. */
export type PeopleSeed = {
  readonly seed: string
  readonly households: number
  /** Towns with their villages, as in “大柘镇大田村”. */
  readonly villages: readonly string[]
  /** The year at whose first day their ages hold. */
  readonly year: number
}

/** Households, consistent in themselves: children younger than parents, one spouse each, no number twice. */
export function makeHouseholds({ seed, households, villages, year }: PeopleSeed): readonly Household[] {
  let order = 0
  return Array.from({ length: households }, (_, index) => {
    const chance = seeded(`${seed} household ${index}`)
    const person = (sex: InventedPerson['sex'], age: number) => {
      order += 1
      return makePerson(chance, { seed, order, sex, age, year })
    }
    return makeHousehold(chance, { person, year, index, village: chance.pick(villages) })
  })
}

type Making = {
  readonly person: (sex: InventedPerson['sex'], age: number) => InventedPerson
  readonly year: number
  readonly index: number
  readonly village: string
}

function makeHousehold(chance: Seeded, { person, year, index, village }: Making): Household {
  const age = chance.pick([24, 27, 29, 31, 34, 38, 43, 49, 55, 62, 70, 78])
  const head = person('male', age)
  const couple = chance.happens(0.75)
  const wife = couple ? person('female', Math.max(22, age - chance.whole(0, 4))) : undefined
  const members: Member[] = [{ ...head, relation: '户主', age, spouse: wife?.number }]
  if (wife) members.push({ ...wife, relation: '妻', age: year - Number(wife.bornOn.slice(0, 4)), spouse: head.number })
  const mother = wife && year - Number(wife.bornOn.slice(0, 4))
  for (let born = 0; mother !== undefined && born < chance.pick([0, 1, 1, 2]); born += 1) {
    const childAge = mother - chance.whole(22, 32) - born * 3
    if (childAge < 0 || childAge > 24) continue
    const sex = chance.pick(['female', 'male'] as const)
    const child = asChildOf(person(sex, childAge), head)
    members.push({ ...child, relation: sex === 'male' ? '子' : '女', age: childAge, spouse: undefined })
  }
  if (age < 60 && chance.happens(0.35)) {
    const old = age + chance.whole(23, 30)
    members.push({ ...person('female', old), relation: '母', age: old, spouse: undefined })
  }
  const marriedAt = wife && Math.max(22, Math.min(age, 26))
  return {
    ...{
      number: `3311990${String(index).padStart(5, '0')}`,
      village,
      address: `遂昌县${village}${index + 1}号`,
      members,
    },
    marriedOn: marriedAt === undefined ? undefined : `${year - age + marriedAt}-${two(chance.whole(1, 12))}-18`,
  }
}
