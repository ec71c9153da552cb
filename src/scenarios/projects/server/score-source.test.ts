import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import { scoreSource } from './score-source.ts'

const entry = (kind: string, payload: Record<string, unknown>) =>
  ({ id: 'e', stream: 'plans.node/a', kind, at: new Date(0), payload, readers: undefined }) as unknown as SealedEntry
const facts = (kind: string, payload: Record<string, unknown>) =>
  scoreSource.read(entry(kind, payload)).facts.map((fact) => [fact.kind, fact.person, fact.unit, fact.points])
const bearer = { plan: 'p', organisation: 'jiaotong', person: 'zhang' }

describe('what the record of projects means for points', () => {
  it('a lamp counts where it is yellow or red, whatever it was before', () => {
    expect(facts('plans.lamp.given', { ...bearer, to: 'red' })).toEqual([
      ['plans.lamp-red', 'zhang', 'jiaotong', undefined],
    ])
    for (const to of ['green', 'blue', 'white']) expect(facts('plans.lamp.given', { ...bearer, to })).toEqual([])
  })
  it('a blue lamp counts only where the node is accepted with it', () => {
    expect(facts('plans.node.accepted', { ...bearer, lamp: 'blue' })).toHaveLength(1)
    expect(facts('plans.node.accepted', { ...bearer, lamp: 'green' })).toEqual([])
  })
  it('each share of a hard case counts for its person', () => {
    const shares = [
      { person: 'zhang', organisation: 'jiaotong', points: 3 },
      { person: 'guo', organisation: 'shuili', points: 2 },
    ]
    expect(facts('projects.hard-case.scored', { shares })).toEqual([
      ['projects.hard-case-share', 'zhang', 'jiaotong', 3],
      ['projects.hard-case-share', 'guo', 'shuili', 2],
    ])
  })
  it('only an objection that was upheld takes an entry back', () => {
    const answered = (upheld: boolean) =>
      scoreSource.read(entry('projects.appeal.answered', { upheld, contests: 'lamp' })).reversals
    expect(answered(true)).toMatchObject([{ voids: 'lamp' }])
    expect(answered(false)).toEqual([])
  })
  it('an entry whose payload was erased counts for nobody', () => {
    expect(scoreSource.read({ ...entry('plans.lamp.given', {}), payload: undefined }).facts).toEqual([])
  })
})

it('every fact that the county of Suichang counts is told by projects', async () => {
  const { rules } = parse(await readFile('counties/suichang/points.yaml', 'utf8'))
  const counted = rules.flatMap(({ effects }: { effects: { facts: string[] }[] }) =>
    effects.flatMap((one) => one.facts),
  )
  for (const kind of counted) expect(Object.keys(scoreSource.facts)).toContain(kind)
})
