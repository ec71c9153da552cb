import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unwrap } from '#platform/kernel/result.ts'
import { at } from '#platform/testing/work-calendar.ts'
import { editOutline } from './edit-outline.ts'
import type { Edit, NodeFields, OutlineNode } from './outline-node.ts'

const fields = (title: string, from = '2026-03-02', to = '2026-03-13'): NodeFields => ({
  ...{ title, nature: '', deliverable: '', organisation: 'jiaotong', person: null },
  ...{ plannedStart: at(`${from} 00:00`), deadline: at(`${to} 17:00`) },
})
const node = (id: string, parent: string | null, code: string, after: string[] = []): OutlineNode => ({
  ...fields(`节点${id}`),
  ...{ id, parent, code, links: after.map((one) => ({ node: one, kind: 'FS' as const, lag: 0 })) },
})
/** 1 a (1.1 b, 1.2 c after b), 2 d after c. */
const outline = [node('a', null, '1'), node('b', 'a', '1.1'), node('c', 'a', '1.2', ['b']), node('d', null, '2', ['c'])]
const edited = (...edits: Edit[]) => unwrap(editOutline(outline, edits))
const refusal = (...edits: Edit[]) => {
  const answer = editOutline(outline, edits)
  return answer.ok ? undefined : answer.refusal
}
const shape = ({ nodes }: ReturnType<typeof edited>) =>
  nodes.map(({ id, code, leaf }) => `${code} ${id}${leaf ? '' : '+'}`)
const linksOf = ({ nodes }: ReturnType<typeof edited>, id: string) =>
  nodes.find((one) => one.id === id)?.links.map((link) => link.node)
const last = { parent: null, before: null }

describe('editing an outline', () => {
  it('puts a node before its brother and numbers the outline anew', () => {
    expect(shape(edited({ op: 'add', node: 'n', parent: 'a', before: 'c', fields: fields('新节点') }))).toEqual([
      ...['1 a+', '1.1 b', '1.2 n', '1.3 c', '2 d'],
    ])
  })
  it('keeps the codes of a plan whose places stay', () => {
    const own = outline.map((one) => ({ ...one, code: `A-${one.code}` }))
    const { nodes } = unwrap(editOutline(own, [{ op: 'change', node: 'b', fields: { title: '改名' } }]))
    expect(nodes.map(({ code, title }) => `${code} ${title}`)).toContain('A-1.1 改名')
  })
  it('says which links went with a predecessor that is removed', () => {
    const answer = edited({ op: 'remove', node: 'b' })
    expect(shape(answer)).toEqual(['1 a+', '1.1 c', '2 d'])
    expect(answer.dropped).toEqual([{ node: '节点c', predecessor: '节点b', kind: 'FS' }])
  })
  it('removes a branch with all below it', () => {
    expect(shape(edited({ op: 'remove', node: 'a' }))).toEqual(['1 d'])
  })
  it('moves a node with all below it, and nothing into itself', () => {
    expect(shape(edited({ op: 'move', node: 'a', ...last }))).toEqual(['1 d', '2 a+', '2.1 b', '2.2 c'])
    expect(refusal({ op: 'move', node: 'a', parent: 'b', before: null })).toMatchObject({
      code: 'plans.edit.inside-itself',
      facts: { place: 1 },
    })
  })
  it('lets a branch stand for the leaves below it on either side of a link', () => {
    const answer = edited({ op: 'link', node: 'd', links: [{ node: 'a', kind: 'SS', lag: 5 }] })
    expect(linksOf(answer, 'd')).toEqual(['b', 'c'])
    const under = edited({ op: 'add', node: 'n', parent: 'd', before: null, fields: fields('细分') })
    expect([linksOf(under, 'd'), linksOf(under, 'n')]).toEqual([[], ['c']])
  })
  it('refuses a circle with its path', () => {
    const circle = refusal({ op: 'link', node: 'b', links: [{ node: 'd', kind: 'FS', lag: 0 }] })
    expect(circle?.code).toBe('plans.edit.cycle')
    expect(String(circle?.facts.cycle).split(' → ')).toHaveLength(4)
  })
  it('refuses a link to what stands above, an unknown node, a deadline before its start, and an empty plan', () => {
    const codes = [
      refusal({ op: 'link', node: 'b', links: [{ node: 'a', kind: 'FS', lag: 0 }] }),
      refusal({ op: 'change', node: 'x', fields: {} }),
      refusal({ op: 'change', node: 'b', fields: { deadline: at('2026-02-01 17:00') } }),
      refusal({ op: 'remove', node: 'a' }, { op: 'remove', node: 'd' }),
    ].map((one) => one?.code)
    expect(codes).toEqual([
      ...['plans.edit.link-inside', 'plans.edit.node-unknown', 'plans.edit.dates', 'plans.edit.empty'],
    ])
  })
  it('lets a branch that spanned its leaves span them again, and leaves one with dates of its own', () => {
    const later: Edit = { op: 'change', node: 'c', fields: { deadline: at('2026-06-30 17:00') } }
    expect(edited(later).nodes[0]?.deadline).toBe(at('2026-06-30 17:00'))
    const [own, ...rest] = outline
    const fixed = [{ ...(own as OutlineNode), deadline: at('2026-12-31 17:00') }, ...rest]
    expect(unwrap(editOutline(fixed, [later])).nodes[0]?.deadline).toBe(at('2026-12-31 17:00'))
  })
})

const ids = ['a', 'b', 'c', 'd', 'n', 'm']
const someId = fc.constantFrom(...ids)
const somePlace = { parent: fc.option(someId), before: fc.option(someId) }
const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ op: fc.constant('add' as const), node: someId, ...somePlace, fields: fc.constant(fields('新节点')) }),
  fc.record({ op: fc.constant('move' as const), node: someId, ...somePlace }),
  fc.record({ op: fc.constant('remove' as const), node: someId }),
  fc.record({
    op: fc.constant('link' as const),
    node: someId,
    links: fc.array(fc.record({ node: someId, kind: fc.constantFrom('FS' as const, 'FF' as const), lag: fc.nat(9) })),
  }),
)

describe('properties of edits', () => {
  it('whatever is edited, what comes out is an outline: each node once, below its parent, links between leaves only', () => {
    fc.assert(
      fc.property(fc.array(someEdit, { maxLength: 8 }), (edits) => {
        const answer = editOutline(outline, edits)
        if (!answer.ok) return
        const { nodes } = answer.value
        const byId = new Map(nodes.map((one) => [one.id, one]))
        expect(byId.size).toBe(nodes.length)
        expect(nodes.map(({ ordinal }) => ordinal)).toEqual(nodes.map((_, index) => index))
        for (const one of nodes.filter(({ parent }) => parent !== null)) {
          const parent = byId.get(one.parent ?? '')
          expect(one.depth).toBe((parent?.depth ?? 0) + 1)
          expect(parent?.ordinal).toBeLessThan(one.ordinal)
        }
        const joined = nodes.flatMap((one) => one.links.flatMap((link) => [one.id, link.node]))
        expect(joined.every((id) => byId.get(id)?.leaf)).toBe(true)
      }),
    )
  })
  it('edits in two parts give what they give in one', () => {
    fc.assert(
      fc.property(fc.array(someEdit, { maxLength: 4 }), fc.array(someEdit, { maxLength: 4 }), (first, second) => {
        const half = editOutline(outline, first)
        if (!half.ok || first.some(({ op }) => op === 'remove')) return
        const parts = editOutline(half.value.nodes, second)
        const whole = editOutline(outline, [...first, ...second])
        if (parts.ok && whole.ok)
          expect(parts.value.nodes.map(({ id, parent }) => [id, parent])).toEqual(
            whole.value.nodes.map(({ id, parent }) => [id, parent]),
          )
      }),
    )
  })
})
