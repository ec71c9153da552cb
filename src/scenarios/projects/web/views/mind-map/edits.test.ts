import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanEdit } from '../../../contract/edits.ts'
import { type Drawn, mapEdits } from './edits.ts'

const beginning = { organisation: 'jiaotong', plannedStart: '2026-03-02', deadline: '2026-03-06' }
const edits = (before: Drawn, after: Drawn) => mapEdits(before, after, () => beginning)
const topic = (id: string, ...children: Drawn[]): Drawn => ({ id, topic: id, children })
const root = (...children: Drawn[]) => topic('project', ...children)

test('an untouched map needs nothing', () => {
  expect(edits(root(topic('a', topic('b'))), root(topic('a', topic('b'))))).toEqual([])
})

test('a new topic is added before its brother, with the unit and dates of what it hangs on', () => {
  const [added] = edits(root(topic('a')), root(topic('n'), topic('a')))
  expect(added).toEqual({
    op: 'add',
    node: 'n',
    parent: null,
    before: 'a',
    fields: { title: 'n', ...beginning, nature: '', deliverable: '', person: '' },
  })
})

test('what is moved out of a removed branch stays', () => {
  expect(edits(root(topic('a', topic('b'), topic('c'))), root(topic('b')))).toEqual([
    { op: 'move', node: 'b', parent: null, before: null },
    { op: 'remove', node: 'a' },
  ])
})

test('a topic called otherwise is renamed in its place', () => {
  const after = root({ ...topic('a'), topic: ' 新名称 ' })
  expect(edits(root(topic('a')), after)).toEqual([{ op: 'change', node: 'a', fields: { title: '新名称' } }])
})

type Tree = { readonly parent: string; readonly id: string }[]

/** Applies operations as the server does: one after the other, each on what the one before left. */
function apply(rows: Tree, operations: readonly PlanEdit[]): Tree {
  let tree = rows
  const below = (id: string): string[] =>
    tree.filter(({ parent }) => parent === id).flatMap(({ id: child }) => [child, ...below(child)])
  for (const edit of operations) {
    if (edit.op === 'remove') {
      const gone = new Set([edit.node, ...below(edit.node)])
      tree = tree.filter(({ id }) => !gone.has(id))
    } else if (edit.op === 'add' || edit.op === 'move') {
      const parent = edit.parent ?? 'project'
      expect(edit.op === 'move' && [edit.node, ...below(edit.node)].includes(parent)).toBe(false)
      const rest = tree.filter(({ id }) => id !== edit.node)
      const at = edit.before === null ? rest.length : rest.findIndex(({ id }) => id === edit.before)
      expect(at).toBeGreaterThanOrEqual(0)
      tree = [...rest.slice(0, at), { parent, id: edit.node }, ...rest.slice(at)]
    }
  }
  return tree
}

const rowsOf = ({ id, children = [] }: Drawn): Tree =>
  children.flatMap((child) => [{ parent: id, id: child.id }, ...rowsOf(child)])
const shapeOf = (rows: Tree, id = 'project'): unknown =>
  rows.filter(({ parent }) => parent === id).map((row) => [row.id, shapeOf(rows, row.id)])

/** A tree over some of ten ids, made of a list of parents: each hangs on one that came before. */
const trees = fc
  .tuple(fc.shuffledSubarray([...'abcdefghij']), fc.array(fc.nat(9), { minLength: 10, maxLength: 10 }))
  .map(([ids, picks]) => {
    const hung = ids.map((id, at) => ({
      id,
      parent: at === 0 ? 'project' : (['project', ...ids][(picks[at] ?? 0) % (at + 1)] ?? 'project'),
    }))
    const build = (id: string): Drawn =>
      topic(id, ...hung.filter(({ parent }) => parent === id).map((one) => build(one.id)))
    return build('project')
  })

test('from any map to any other: the operations, one after the other, make the one of the other', () => {
  fc.assert(
    fc.property(trees, trees, (before, after) => {
      expect(shapeOf(apply(rowsOf(before), edits(before, after)))).toEqual(shapeOf(rowsOf(after)))
    }),
    { numRuns: 500 },
  )
})
