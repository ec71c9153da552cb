import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '#platform/testing/work-calendar.ts'
import { openBooks, type Posted } from './books.ts'
import type { ScoreFact } from './fact.ts'
import type { Rule } from './rule.ts'

const rule: Rule = {
  ...{ id: 'points', version: 1, effectiveFrom: '2026-01-01' },
  effects: [
    { id: 'ahead', facts: ['blue'], to: 'person', points: 2 },
    {
      ...{ id: 'two-lamps', facts: ['yellow', 'red'], to: 'person', points: -3 },
      every: { count: 2, within: 'quarter', per: 'matter', repeats: 'counted' },
    },
    { id: 'missed', facts: ['plate'], to: 'unit', points: -2 },
    { id: 'share', facts: ['case'], to: 'person', points: 'told' },
  ],
}
const later: Rule = {
  ...{ id: 'points', version: 2, effectiveFrom: '2026-07-01' },
  effects: [{ id: 'missed', facts: ['plate'], to: 'unit', points: -5 }],
}

let serial = 0
const fact = (kind: string, changed: Partial<ScoreFact> = {}): ScoreFact => {
  serial += 1
  return {
    ...{ kind, entry: `e${serial}`, part: 0, at: at('2026-03-10 09:00'), person: 'zhang', unit: 'jiaotong' },
    ...{ matter: 'road', thing: `node/${serial}`, readers: null, ...changed },
  }
}
const nothing: Posted = { lines: [], counted: [], voided: [] }
const open = (rules: readonly Rule[], known = nothing) => openBooks(rules, known, (name) => name.join('/'))
const sum = ({ lines }: Posted) => lines.reduce((all, { points }) => all + points, 0)
const posting = (...facts: readonly ScoreFact[]) => {
  const books = open([rule, later])
  for (const one of facts) books.post(one)
  return books
}
const back = (voids: string, entry: string) => ({ voids, entry, at: at('2026-04-20 09:00') })

describe('the ledger of points', () => {
  it('a fact gives what its rule says, to the person or the unit', () => {
    const { lines } = posting(fact('blue'), fact('plate')).posted()
    expect(lines.map(({ subjectKind, subject, points, month }) => [subjectKind, subject, points, month])).toEqual([
      ['person', 'zhang', 2, '2026-03'],
      ['unit', 'jiaotong', -2, '2026-03'],
    ])
  })
  it('a fact that carries its figure gives that figure', () => {
    expect(posting(fact('case', { points: 7 })).posted().lines[0]?.points).toBe(7)
  })
  it('two lamps cost points, the first of them none, in one quarter and on one project', () => {
    expect(posting(fact('yellow')).posted().lines).toEqual([])
    expect(posting(fact('yellow'), fact('red')).posted().lines).toMatchObject([{ points: -3 }])
    expect(sum(posting(fact('red'), fact('red', { matter: 'school' })).posted())).toBe(0)
    expect(sum(posting(fact('red'), fact('red', { at: at('2026-04-01 08:30') })).posted())).toBe(0)
    expect(sum(posting(fact('red'), fact('red', { person: 'li' })).posted())).toBe(0)
  })
  it('a line stands on the entries that it counted', () => {
    const [one, two] = [fact('yellow'), fact('red')]
    expect(posting(one, two).posted().lines[0]?.grounds).toEqual([one.entry, two.entry])
  })
  it('what happened before a version took effect is judged by the one before, though it is posted later', () => {
    const { lines } = posting(
      fact('plate', { at: at('2026-07-01 00:00') }),
      fact('plate', { at: at('2026-06-30 17:00') }),
    ).posted()
    expect(lines.map(({ points, ruleVersion }) => [points, ruleVersion])).toEqual([
      [-5, '2'],
      [-2, '1'],
    ])
  })
  it('an entry taken back is answered by the opposite line in the same month, once', () => {
    const plate = fact('plate')
    const books = posting(plate)
    books.reverse(back(plate.entry, 'r1'))
    books.reverse(back(plate.entry, 'r2'))
    const { lines } = books.posted()
    expect(lines.map(({ points, month }) => [points, month])).toEqual([
      [-2, '2026-03'],
      [2, '2026-03'],
    ])
    expect(lines[1]?.reverses).toBe(lines[0]?.id)
  })
  it('of three lamps one is taken back: the two that are left still cost points, on a line of their own', () => {
    const lamps = [fact('red'), fact('red'), fact('red')]
    const books = posting(...lamps)
    books.reverse(back(lamps[0]?.entry ?? '', 'r1'))
    const { lines } = books.posted()
    expect(lines.map(({ points }) => points)).toEqual([-3, 3, -3])
    expect(lines[2]?.grounds).toEqual([lamps[1]?.entry, lamps[2]?.entry])
  })
  it('a lamp that waits to be counted and is taken back is not counted', () => {
    const lamp = fact('red')
    const books = posting(lamp)
    books.reverse(back(lamp.entry, 'r1'))
    books.post(fact('red'))
    expect(books.posted().lines).toEqual([])
  })
  it('a second lamp on one node counts or does not, as the rule says', () => {
    const [first] = rule.effects.filter(({ id }) => id === 'two-lamps')
    if (first?.every === undefined) throw new Error('no such effect')
    const once = { ...rule, effects: [{ ...first, every: { ...first.every, repeats: 'ignored' as const } }] }
    const books = open([once])
    books.post(fact('red', { thing: 'node/a' }))
    books.post(fact('red', { thing: 'node/a' }))
    expect(books.posted().lines).toEqual([])
    books.post(fact('red', { thing: 'node/b' }))
    expect(books.posted().lines).toMatchObject([{ points: -3 }])
  })
})

type Event = { readonly fact: ScoreFact } | { readonly voids: number }
const events = fc
  .array(
    fc.record({
      kind: fc.constantFrom('blue', 'yellow', 'red', 'plate'),
      person: fc.constantFrom('zhang', 'li'),
      matter: fc.constantFrom('road', 'school'),
      day: fc.integer({ min: 1, max: 28 }),
      isVoided: fc.boolean(),
    }),
    { maxLength: 24 },
  )
  .map((all) =>
    all.map(({ kind, person, matter, day, isVoided }, index) => {
      const told = at(`2026-03-${String(day).padStart(2, '0')} 09:00`)
      return { fact: { ...fact(kind, { person, matter, at: told }), entry: `f${index}` }, isVoided }
    }),
  )
const eventsOf = (all: readonly { fact: ScoreFact; isVoided: boolean }[]): Event[] => [
  ...all.map((one): Event => ({ fact: one.fact })),
  ...all.flatMap((one, index): Event[] => (one.isVoided ? [{ voids: index }] : [])),
]
const play = (order: readonly Event[]) => {
  const books = open([rule])
  for (const event of order)
    if ('fact' in event) books.post(event.fact)
    else books.reverse(back(`f${event.voids}`, `r${event.voids}`))
  return books.posted()
}
const sums = ({ lines }: Posted) => {
  const byAccount = new Map<string, number>()
  for (const { subject, effect, points, matter, group } of lines) {
    const account = `${subject} ${effect} ${group === '' ? '' : matter}`
    byAccount.set(account, (byAccount.get(account) ?? 0) + points)
  }
  return Object.fromEntries([...byAccount].filter(([, points]) => points !== 0).sort())
}

describe('whatever is posted and taken back', () => {
  it('the sum of the ledger is what the facts that stand give by the rules', () => {
    fc.assert(
      fc.property(events, (all) => {
        const stands = all.filter(({ isVoided }) => !isVoided).map((one) => one.fact)
        const plain = stands.filter(({ kind }) => kind === 'blue').length * 2
        const plates = stands.filter(({ kind }) => kind === 'plate').length * -2
        const lamps = new Map<string, number>()
        for (const { kind, person, matter } of stands)
          if (kind === 'yellow' || kind === 'red')
            lamps.set(`${person} ${matter}`, (lamps.get(`${person} ${matter}`) ?? 0) + 1)
        const lost = [...lamps.values()].reduce((points, count) => points - 3 * Math.floor(count / 2), 0)
        expect(sum(play(eventsOf(all)))).toBe(plain + plates + lost)
      }),
    )
  })
  it('the order in which it comes does not matter to any account', () => {
    const shuffled = events.chain((all) => {
      const list = eventsOf(all)
      return fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
    })
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sums(play(other))).toEqual(sums(play(list)))
      }),
    )
  })
  it('each line is reversed once at most, by a line of the same size', () => {
    fc.assert(
      fc.property(events, (all) => {
        const { lines } = play(eventsOf(all))
        const byId = new Map(lines.map((line) => [line.id, line]))
        expect(byId.size).toBe(lines.length)
        const reversals = lines.filter(({ reverses }) => reverses !== null)
        expect(new Set(reversals.map(({ reverses }) => reverses)).size).toBe(reversals.length)
        for (const one of reversals) expect(byId.get(one.reverses ?? '')?.points).toBe(-one.points)
      }),
    )
  })
  it('books that are closed and opened again go on as if they had never been closed', () => {
    fc.assert(
      fc.property(events, fc.nat(30), (all, cut) => {
        const list = eventsOf(all)
        const first = play(list.slice(0, cut))
        const books = open([rule], first)
        for (const event of list.slice(cut))
          if ('fact' in event) books.post(event.fact)
          else books.reverse(back(`f${event.voids}`, `r${event.voids}`))
        expect([...first.lines, ...books.posted().lines]).toEqual(play(list).lines)
      }),
    )
  })
})
