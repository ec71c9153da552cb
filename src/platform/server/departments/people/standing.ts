import type { Seeded } from '#platform/kernel/seeded.ts'
import type { Household, Member } from './household.ts'
import { two } from './person.ts'
import type { Row } from './rows.ts'

type Rows = Readonly<Record<string, readonly Row[]>>

/** What the registers of people say of a member. */
export function registersOf(chance: Seeded, household: Household, member: Member, year: number): Rows {
  const { number, name, age } = member
  const who = { 'identity-number': number, name }
  const spouse = household.members.find((one) => one.number === member.spouse)
  return {
    'household-registration': [
      {
        ...{ ...who, sex: member.sex, 'birth-date': member.bornOn, ethnicity: member.ethnicity },
        ...{ 'household-number': household.number, 'household-relation': member.relation, 'household-kind': 'family' },
        ...{ 'registered-address': household.address, 'registered-village': household.village },
      },
    ],
    'marriage-registration':
      spouse && household.marriedOn
        ? [
            {
              ...{ ...who, 'marriage-state': 'married', 'married-on': household.marriedOn },
              ...{ 'spouse-name': spouse.name, 'spouse-identity-number': spouse.number },
            },
          ]
        : [],
    'school-enrolment': age >= 7 && age <= 15 ? [schoolOf(who, age, year)] : [],
    'disability-certificate': chance.happens(0.05) ? [disabilityOf(chance, who, year)] : [],
    veterans: member.sex === 'male' && age >= 28 && chance.happens(0.12) ? [veteranOf(chance, who, member, year)] : [],
    'social-relief': chance.happens(age >= 60 ? 0.08 : 0.02) ? [reliefOf(chance, who, year)] : [],
  }
}

/** The births of the last two years: the child may be in the household register already or not. */
export function birthsOf(chance: Seeded, household: Household, year: number): readonly Row[] {
  const mother = household.members.find(({ relation, age }) => relation === '妻' && age <= 38)
  const father = household.members[0]
  if (mother === undefined || father === undefined || !chance.happens(0.3)) return []
  const sex = chance.pick(['female', 'male'] as const)
  return [
    {
      ...{ 'mother-identity-number': mother.number, 'mother-name': mother.name, 'hospital-name': '遂昌县人民医院' },
      ...{ 'father-identity-number': father.number, 'father-name': father.name, 'child-sex': sex },
      'certificate-number': `Z33${household.number.slice(-7)}`,
      'child-name': `${[...father.name][0]}${sex === 'male' ? '一鸣' : '一诺'}`,
      'child-born-on': `${year}-01-${two(chance.whole(1, 28))}`,
    },
  ]
}

type Who = { readonly 'identity-number': string; readonly name: string }

function schoolOf(who: Who, age: number, year: number): Row {
  const junior = age >= 13
  return {
    ...{
      ...who,
      'school-name': junior ? '遂昌县示例中学' : '遂昌县示例小学',
      'enrolled-on': `${year - (age - (junior ? 13 : 7)) - 1}-09-01`,
    },
    'school-grade': `${junior ? '初中' : '小学'}${'一二三四五六'[age - (junior ? 13 : 7)] ?? '六'}年级`,
  }
}

function disabilityOf(chance: Seeded, who: Who, year: number): Row {
  const grade = chance.pick(['1', '2', '3', '4'])
  return {
    ...{ ...who, 'certificate-number': `${who['identity-number']}4${grade}`, 'disability-grade': grade },
    ...{
      'disability-kind': chance.pick(['sight', 'hearing', 'limbs', 'mind']),
      'valid-until': `${year + chance.whole(1, 8)}-06-30`,
    },
  }
}

function veteranOf(chance: Seeded, who: Who, { bornOn, age }: Member, year: number): Row {
  const from = Number(bornOn.slice(0, 4)) + 18
  const kind = age >= 70 ? 'demobilised-rural' : chance.pick(['conscript', 'conscript', 'wounded', 'officer'])
  return {
    ...who,
    'veteran-kind': kind,
    'served-from': `${from}-12-01`,
    'served-until': `${Math.min(from + chance.whole(2, 8), year - 1)}-12-01`,
  }
}

function reliefOf(chance: Seeded, who: Who, year: number): Row {
  const kind = chance.pick(['minimum', 'destitute', 'marginal'])
  return {
    ...who,
    'relief-kind': kind,
    'relief-monthly': kind === 'marginal' ? 0 : chance.whole(600, 1100),
    'relief-until': `${year}-12-31`,
  }
}
