import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkKinds } from '#platform/kernel/scheduling/link.ts'
import { linkLine, linksByBlock, shownLinks } from './links.ts'

const early = { left: 0, right: 40, y: 18 }
const late = { left: 80, right: 120, y: 90 }

test('a line leaves the end of the one bar and enters the beginning of the next', () => {
  expect(linkLine(early, late, 'FS', 36)).toEqual([
    [40, 18],
    [48, 18],
    [48, 90],
    [80, 90],
  ])
})

test('a successor that lies before its predecessor is reached by a way between the rows', () => {
  const line = linkLine(late, { ...early, y: 126 }, 'FS', 36)
  expect(line.at(0)).toEqual([120, 90])
  expect(line.at(-1)).toEqual([0, 126])
  expect(line.some(([, y]) => y === 108)).toBe(true)
})

test('starts are linked around the left, finishes around the right', () => {
  expect(linkLine(early, late, 'SS', 36).map(([x]) => x)).toEqual([0, -8, -8, 80])
  expect(linkLine(early, late, 'FF', 36).map(([x]) => x)).toEqual([40, 128, 128, 120])
})

test('every line runs along rows and columns only, whatever the kind and places', () => {
  const bar = fc.record({ left: fc.nat(500), length: fc.nat(200), row: fc.nat(20) })
  fc.assert(
    fc.property(bar, bar, fc.constantFrom(...linkKinds), (a, b, kind) => {
      const place = ({ left, length, row }: typeof a) => ({ left, right: left + length, y: row * 36 + 18 })
      const line = linkLine(place(a), place(b), kind, 36)
      for (const [at, [x, y]] of line.entries()) {
        const before = line[at - 1]
        if (before) expect(x === before[0] || y === before[1]).toBe(true)
      }
    }),
  )
})

const rows = [
  { node: 'a', critical: true, links: [] },
  { node: 'b', critical: true, links: [{ node: 'a', kind: 'FS' as const }] },
  {
    node: 'c',
    critical: false,
    links: [
      { node: 'b', kind: 'SS' as const },
      { node: 'hidden', kind: 'FS' as const },
    ],
  },
]

test('links to rows that are folded away are left out; one between two critical nodes is critical', () => {
  expect(shownLinks(rows)).toEqual([
    { from: 0, to: 1, kind: 'FS', critical: true },
    { from: 1, to: 2, kind: 'SS', critical: false },
  ])
})

test('a link is found in every block of rows that it crosses', () => {
  const link = { from: 70, to: 3, kind: 'FS', critical: false } as const
  const blocks = linksByBlock([link], 20)
  expect([...blocks.keys()].sort()).toEqual([0, 1, 2, 3])
})
