import { creditCodeFor } from '#platform/kernel/personal/index.ts'
import type { Seeded } from '#platform/kernel/seeded.ts'
import type { Household } from './household.ts'
import type { Row } from './rows.ts'

const trades = [
  ['餐饮', '餐饮服务、食品销售'],
  ['竹木制品', '竹木制品加工、销售'],
  ['民宿', '住宿、餐饮服务'],
  ['茶叶', '茶叶种植、加工、销售'],
] as const

/** The enterprise of one household in eight. */
export function enterprisesOf(
  chance: Seeded,
  household: Household,
  year: number,
): Readonly<Record<string, readonly Row[]>> {
  const [head] = household.members
  if (head === undefined || head.age > 65 || !chance.happens(0.13)) return {}
  const [trade, scope] = chance.pick(trades)
  const kind = chance.pick(['company', 'household', 'cooperative'])
  const name = `遂昌${head.name}${trade}${kind === 'company' ? '有限公司' : kind === 'household' ? '店' : '专业合作社'}`
  const code = creditCodeFor(
    kind === 'company' ? '91' : kind === 'household' ? '92' : '93',
    '331199',
    household.number.slice(-8).padStart(8, '0'),
  )
  const enterprise = { 'credit-code': code, 'enterprise-name': name }
  const state = {
    'enterprise-kind': kind,
    'enterprise-state': 'open',
    'established-on': `${year - chance.whole(1, 9)}-04-08`,
  }
  const owner = { 'legal-representative-number': head.number, 'legal-representative': head.name }
  return {
    'business-registration': [
      {
        ...{ ...enterprise, ...state, ...owner, 'registered-capital': chance.pick([100_000, 500_000, 2_000_000]) },
        ...{ 'business-scope': scope, 'business-address': household.address },
      },
    ],
    'enterprises-of-person': [{ ...owner, ...enterprise, ...state }],
    'enterprise-tax': [
      {
        ...enterprise,
        'tax-credit': chance.pick(['A', 'B', 'B', 'M']),
        'tax-arrears': chance.happens(0.1) ? 3200.5 : 0,
      },
    ],
    'food-licences':
      trade === '餐饮' || trade === '民宿'
        ? [
            {
              ...{
                ...enterprise,
                'food-licence-number': `JY2331199${household.number.slice(-7)}`,
                'food-licence-scope': '热食类食品制售',
              },
              'valid-until': `${year + 2}-03-31`,
            },
          ]
        : [],
  }
}
