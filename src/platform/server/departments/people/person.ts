import { checkDigitOf } from '#platform/kernel/personal/index.ts'
import type { Seeded } from '#platform/kernel/seeded.ts'
import { inventedName } from '#platform/server/county/index.ts'

/** A person who does not exist: their area code, 331199, was given to no county. */
export type InventedPerson = {
  readonly number: string
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly bornOn: string
  readonly ethnicity: string
  readonly phone: string
}

/** Years before the first of January of `year`, with a day inside the year. */
export function makePerson(
  chance: Seeded,
  {
    seed,
    order,
    sex,
    age,
    year,
  }: { seed: string; order: number; sex: InventedPerson['sex']; age: number; year: number },
): InventedPerson {
  const bornOn = `${year - age}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`
  const odd = sex === 'male' ? 1 : 0
  const seventeen = `331199${bornOn.replaceAll('-', '')}${String((order % 500) * 2 + odd).padStart(3, '0')}`
  return {
    ...{ number: seventeen + checkDigitOf(seventeen), name: inventedName(`${seed} ${order}`), sex, bornOn },
    ethnicity: chance.happens(0.07) ? '畲族' : '汉族',
    phone: `139${String(10_000_000 + ((order * 7919) % 90_000_000)).slice(-8)}`,
  }
}

/** A child has a parent's surname. */
export function asChildOf(child: InventedPerson, parent: InventedPerson): InventedPerson {
  return { ...child, name: [...parent.name][0] + [...child.name].slice(1).join('') }
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}
