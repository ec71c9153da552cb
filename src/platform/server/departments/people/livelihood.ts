import type { Seeded } from '#platform/kernel/seeded.ts'
import type { Member } from './household.ts'
import type { Row } from './rows.ts'

const employers = ['遂昌测试竹业有限公司', '遂昌演示金属制品有限公司', '遂昌县示例中学', '遂昌虚构旅游开发有限公司']

/** What insurances and the provident fund hold of somebody. */
export function livelihoodOf(chance: Seeded, member: Member, year: number): Readonly<Record<string, readonly Row[]>> {
  const { number, name, age } = member
  const employed = age >= 22 && age < 60 && chance.happens(0.6)
  const employer = employed ? chance.pick(employers) : null
  const wage = chance.whole(40, 120) * 100
  const who = { 'identity-number': number, name }
  const since = `${Math.max(2005, year - Math.max(0, age - 22))}-03-01`
  return {
    'social-insurance': insurancesOf(chance, member, employer).map((row) => ({
      ...who,
      'insured-since': since,
      ...row,
    })),
    'medical-insurance': [
      {
        ...who,
        ...{ 'medical-kind': employed ? 'employee' : 'resident', 'insurance-state': 'paying', 'insured-since': since },
        'medical-paid-until': `${year}-12-31`,
      },
    ],
    'provident-fund-account': employer === null ? [] : [fundOf(chance, member, employer, wage)],
    'income-tax':
      employer === null
        ? []
        : [year - 2, year - 1].map((taxYear) => ({
            ...who,
            ...{ 'tax-year': taxYear, 'income-declared': wage * 12, 'tax-paid': Math.round(wage * 0.3) },
          })),
  }
}

function insurancesOf(chance: Seeded, { age }: Member, employer: string | null): Row[] {
  const months = Math.max(0, Math.min(age - 22, 38)) * 12
  if (age < 16) return []
  if (age >= 60)
    return [
      {
        ...{ 'insurance-kind': 'pension-resident', 'insurance-state': 'drawing', 'insured-months': 180 },
        ...{ 'employer-name': null, 'pension-monthly': chance.whole(200, 340) },
      },
    ]
  const kind = employer === null ? 'pension-resident' : 'pension-employee'
  const plain = {
    'insurance-state': 'paying',
    'insured-months': months,
    'employer-name': employer,
    'pension-monthly': null,
  }
  if (employer === null) return [{ 'insurance-kind': kind, ...plain }]
  return [kind, 'unemployment', 'injury'].map((one) => ({ 'insurance-kind': one, ...plain }))
}

function fundOf(chance: Seeded, { number, name }: Member, employer: string, wage: number): Row {
  const months = chance.whole(2, 140)
  const deposit = Math.round(wage * 0.24)
  return {
    ...{ 'identity-number': number, name, 'account-number': `3311${number.slice(-12, -1)}`, 'employer-name': employer },
    ...{
      'account-state': 'normal',
      'monthly-deposit': deposit,
      'deposit-balance': deposit * months,
      'deposit-months': months,
    },
    'last-withdrawal-on': chance.happens(0.2) ? '2025-06-12' : null,
  }
}
