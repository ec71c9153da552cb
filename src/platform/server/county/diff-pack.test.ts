import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CurrentRecord, diffPack, type PackChange } from './diff-pack.ts'
import { type PackRecord, recordKinds } from './records.ts'

const kind = fc.constantFrom(...recordKinds)
const id = fc.constantFrom('a', 'b', 'c', 'd')
const content = fc.dictionary(fc.constantFrom('name', 'title'), fc.constantFrom('甲', '乙', null), { maxKeys: 2 })
const byKey = { selector: ({ kind: k, id: i }: PackRecord) => `${k} ${i}` }
const wanted = fc.uniqueArray(fc.record({ kind, id, content }), { ...byKey, maxLength: 12 })
const current = fc.uniqueArray(fc.record({ kind, id, content, retired: fc.boolean(), local: fc.boolean() }), {
  ...byKey,
  maxLength: 12,
})

const find = <T extends PackRecord>(records: readonly T[], one: { kind: string; id: string }) =>
  records.find((record) => record.kind === one.kind && record.id === one.id)

function after(had: readonly CurrentRecord[], changes: readonly PackChange[]): CurrentRecord[] {
  const kept = had.map((record) => {
    const change = changes.find((one) => one.kind === record.kind && one.id === record.id)
    if (!change) return record
    return change.type === 'retired'
      ? { ...record, retired: true }
      : { ...record, content: change.content, retired: false }
  })
  const fresh = changes.flatMap((change) =>
    change.type === 'added' && !find(had, change)
      ? [{ kind: change.kind, id: change.id, content: change.content, retired: false, local: false }]
      : [],
  )
  return [...kept, ...fresh]
}

test('what a difference changes leaves no difference', () => {
  fc.assert(fc.property(current, wanted, (had, want) => diffPack(after(had, diffPack(had, want)), want).length === 0))
})

test('a difference loses no record, and touches none that is the county’s own', () => {
  fc.assert(
    fc.property(current, wanted, (had, want) => {
      const changes = diffPack(had, want)
      expect(after(had, changes).length).toBeGreaterThanOrEqual(had.length)
      for (const record of had.filter(({ local }) => local))
        expect(changes.find((one) => one.kind === record.kind && one.id === record.id)).toBeUndefined()
    }),
  )
})

test('after a difference the county has exactly what the pack wants, besides what is its own', () => {
  fc.assert(
    fc.property(current, wanted, (had, want) => {
      const live = after(had, diffPack(had, want)).filter(({ retired, local }) => !retired && !local)
      const theirs = want.filter((one) => !find(had, one)?.local)
      expect(live.map(({ kind: k, id: i }) => `${k} ${i}`).toSorted()).toEqual(
        theirs.map(({ kind: k, id: i }) => `${k} ${i}`).toSorted(),
      )
      for (const one of theirs) expect(find(live, one)?.content).toEqual(one.content)
    }),
  )
})
