import type { Seeded } from '#platform/kernel/seeded.ts'
import type { Household } from './household.ts'
import type { Row } from './rows.ts'

/** Whether a household owns a house, rents one, or lives in one of the family: never owns and rents at once. */
export function housingOf(
  chance: Seeded,
  household: Household,
  year: number,
): Readonly<Record<string, readonly Row[]>> {
  const [head, second] = household.members
  const way = chance.pick(['owns', 'owns', 'rents', 'family'])
  if (head === undefined || way === 'family') return {}
  const who = { 'identity-number': head.number, name: head.name }
  if (way === 'rents')
    return {
      'tenancy-contracts': [
        {
          ...{ ...who, 'contract-number': `SZL${year - 1}${household.number.slice(-6)}`, 'landlord-name': '房东甲' },
          ...{
            'house-address': `遂昌县妙高街道测试路${household.number.slice(-3)}号`,
            'monthly-rent': chance.whole(8, 26) * 100,
          },
          ...{ 'lease-from': `${year - 1}-09-01`, 'lease-until': `${year + 1}-08-31` },
        },
      ],
    }
  const house = {
    'certificate-number': `浙（${year - 6}）遂昌县不动产权第${household.number.slice(-7)}号`,
    ...{
      'house-address': household.address,
      'house-area': chance.whole(60, 180),
      'house-use': 'dwelling',
      'registered-on': `${year - 6}-05-20`,
    },
  }
  const shared = second?.relation === '妻'
  return {
    'housing-archive': [
      { ...who, ...house, 'house-share': shared ? 50 : 100 },
      ...(shared ? [{ 'identity-number': second.number, name: second.name, ...house, 'house-share': 50 }] : []),
    ],
  }
}
