import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CountyPack } from '#platform/server/county/index.ts'
import { readScripts } from '#platform/server/stage/index.ts'
import { packOfSuichang, suichang } from '../../../fixtures/suichang.ts'
import { Script } from '../script.ts'
import { type CountyProject, leavesOf, makeProjects } from './make-projects.ts'
import { type Material, readMaterial } from './outline.ts'

let pack: CountyPack
let material: Material
let scripts: Script[]
let projects: CountyProject[]

beforeAll(async () => {
  pack = await packOfSuichang()
  const found = await readMaterial(join(suichang, 'demo', 'projects', 'county'))
  if (found === undefined) throw new Error('the county has no material')
  material = found
  scripts = (await readScripts(join(suichang, 'demo'), 'projects', Script)).map(({ value }) => value)
  projects = makeProjects(material, pack, scripts)
})

const all = () => [...scripts, ...projects.map(({ value }) => value)]
const leaves = () => all().flatMap(leavesOf)

describe('the projects of Suichang', () => {
  test('are 213 with 3,419 nodes and 787 people, of all five kinds', () => {
    const people = new Set(
      all().flatMap((script) => [script.lead, ...script.nodes.flatMap(({ owner }) => owner ?? [])]),
    )
    expect([all().length, leaves().length, people.size]).toEqual([213, 3419, 787])
    expect(new Set(all().map(({ kind }) => kind)).size).toBe(5)
  })

  test('give every bureau and every town something to do', () => {
    const units = new Set(leaves().map(({ unit }) => unit))
    const unitOfOwner = new Map(pack.people.map(({ login, posts }) => [login, posts[0]?.split('.')[0]]))
    const owners = new Set(leaves().map(({ owner }) => unitOfOwner.get(owner ?? '')))
    const kinds = ['bureau', 'zone', 'enterprise', 'town', 'township', 'subdistrict', 'institution', 'vertical-bureau']
    const idle = pack.organisations.filter(
      ({ id, kind, shortName }) => kinds.includes(kind) && !units.has(shortName) && !owners.has(id),
    )
    expect(idle.map(({ shortName }) => shortName)).toEqual([])
  })

  test('each have a title of their own, and no title has a gap in it', () => {
    expect(new Set(all().map(({ title }) => title)).size).toBe(213)
    const titles = [
      ...all().map(({ title }) => title),
      ...leaves().flatMap(({ title, deliverable }) => [title, deliverable]),
    ]
    expect(titles.filter((title) => /[{}]|undefined/.test(title))).toEqual([])
  })

  test('depend across units, and nothing is planned before what it waits on', () => {
    const crossing = projects.flatMap(({ value }) => {
      const byCode = new Map(value.nodes.map((node) => [node.code, node]))
      return value.nodes.flatMap((node) =>
        node.after.map((code) => {
          const before = byCode.get(code)
          expect(node.from).toBeGreaterThan(before?.to ?? Number.POSITIVE_INFINITY)
          return before?.unit !== node.unit
        }),
      )
    })
    expect(crossing.filter(Boolean).length).toBeGreaterThan(1000)
  })

  test('are worked on by people of the unit, never by the lead who accepts', () => {
    const units = new Map(pack.organisations.map(({ id, shortName }) => [shortName, id]))
    for (const { value } of projects)
      for (const { owner, unit } of leavesOf(value)) {
        expect(owner).not.toBe(value.lead)
        expect(pack.people.find(({ login }) => login === owner)?.posts[0]?.split('.')[0]).toBe(units.get(unit ?? ''))
      }
  })

  test('are the same whenever they are made', () => {
    expect(makeProjects(material, pack, scripts)).toEqual(projects)
  })
})
