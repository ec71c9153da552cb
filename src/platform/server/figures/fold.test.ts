import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import { defineFigures } from './book.ts'
import { entryOf, lorries, secret } from './fixtures.ts'
import { type Delta, foldEntries, type Thing } from './fold.ts'

const loaded = (stream: string, version: number, facts: { loaded?: boolean; depot?: string; colour?: string }) =>
  entryOf(stream, version, 'test.lorry.changed', facts)

/** Folds batch by batch as the projection does, keeping what the tables would hold. */
function keep(batches: readonly (readonly SealedEntry[])[]) {
  const things = new Map<string, Thing>()
  const rows = new Map<string, number>()
  let waiting: SealedEntry[] = []
  let counted = 0
  for (const batch of batches) {
    const folded = foldEntries(lorries, things, waiting, batch)
    for (const [stream, thing] of folded.things) things.set(stream, thing)
    waiting = [...waiting.filter((entry) => !folded.awaited.includes(entry)), ...folded.waiting]
    for (const delta of folded.deltas) rows.set(cellOf(delta), (rows.get(cellOf(delta)) ?? 0) + delta.value)
    counted += folded.counted.length
  }
  const kept = [...rows].filter(([, value]) => value !== 0).sort()
  return { rows: kept, things: [...things].sort(), counted, waiting: waiting.length }
}

function cellOf({ value: _, ...cell }: Delta): string {
  return JSON.stringify(cell)
}

const change = fc.oneof(
  fc.record({ loaded: fc.boolean(), depot: fc.constantFrom('east', 'west'), colour: fc.constantFrom('red', 'blue') }),
  fc.constant('left' as const),
)
const stories = fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 })
const entriesOf = (all: readonly (readonly unknown[])[]): SealedEntry[] =>
  all.flatMap((story, lorry) =>
    story.map((what, index) =>
      what === 'left'
        ? entryOf(`test.lorry/${lorry}`, index + 1, 'test.lorry.left')
        : loaded(`test.lorry/${lorry}`, index + 1, what as object),
    ),
  )

test('whatever the order and the batches in which entries come, the figures are the same', () => {
  fc.assert(
    fc.property(stories, fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 7 }), (all, dice, size) => {
      const entries = entriesOf(all)
      const shuffled = entries
        .map((entry) => ({ entry, at: dice.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ entry }) => entry)
      const batches = Array.from({ length: Math.ceil(shuffled.length / size) }, (_, n) =>
        shuffled.slice(n * size, n * size + size),
      )
      expect(keep(batches)).toEqual(keep([entries]))
    }),
  )
})

test('what stands is the count of the things themselves', () => {
  fc.assert(
    fc.property(stories, (all) => {
      const { rows, things } = keep([entriesOf(all)])
      const counted = things.filter(([, thing]) => thing.facts.loaded === true).length
      const cell = { indicator: 'lorries.loaded', cut: '', key: [], readers: null }
      expect(new Map(rows).get(JSON.stringify(cell)) ?? 0).toBe(counted)
    }),
  )
})

test('an entry that comes before an earlier one waits for it, and is cut by what the earlier one said', () => {
  const left = entryOf('test.lorry/1', 2, 'test.lorry.left')
  const first = keep([[left]])
  expect(first).toEqual({ rows: [], things: [], counted: 0, waiting: 1 })
  const both = keep([[left], [loaded('test.lorry/1', 1, { depot: 'east' })]])
  expect(both.waiting).toBe(0)
  expect(both.rows.map(([cell]) => JSON.parse(cell)).filter(({ cut }) => cut === 'depot')).toHaveLength(2)
})

test('the same entry given twice counts once', () => {
  const entry = loaded('test.lorry/1', 1, { loaded: true, depot: 'east' })
  expect(keep([[entry], [entry]])).toEqual(keep([[entry]]))
})

test('what is confidential is counted apart from what is open', () => {
  const open = loaded('test.lorry/1', 1, { loaded: true })
  const closed = { ...loaded('test.lorry/2', 1, { loaded: true }), readers: secret }
  const cells = keep([[open, closed]]).rows.map(([cell, value]) => ({ ...JSON.parse(cell), value }))
  const whole = cells.filter(({ cut, grain }) => cut === '' && grain === undefined)
  expect(whole.map(({ readers, value }) => [readers, value])).toEqual([
    [['fagai'], 1],
    [null, 1],
  ])
})

test('a book that counts a kind it does not have is a bug', () => {
  const [indicator] = lorries.indicators
  if (indicator === undefined) throw new Error('no indicator')
  expect(() => defineFigures({ ...lorries, things: {} })).toThrow('counts a kind that is not there')
  expect(() => defineFigures({ ...lorries, indicators: [indicator, indicator] })).toThrow('two indicators')
})
