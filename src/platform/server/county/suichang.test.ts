import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { administrators } from '#platform/server/identity/domain/administrators.ts'
import { loadCountyPack } from './load-pack.ts'

const folder = (name: string) => fileURLToPath(new URL(`../../../../counties/${name}`, import.meta.url))
const anything = { has: () => true } as unknown as ReadonlySet<string>

async function packOf(name: string) {
  const loaded = await loadCountyPack(folder(name), anything)
  if ('problems' in loaded)
    throw new Error(loaded.problems.map(({ file, line, en }) => `${file}:${line} ${en}`).join('\n'))
  return loaded.pack
}

describe('the pack of Suichang', () => {
  test('has the county’s 20 towns, 201 villages and 13 communities, each an organisation', async () => {
    const { divisions, organisations } = await packOf('suichang')
    const count = (level: string) => divisions.filter((division) => division.level === level).length
    expect([count('town'), count('village'), count('community')]).toEqual([20, 201, 13])
    const governing = new Set(organisations.map(({ division }) => division))
    expect(divisions.filter(({ code }) => !governing.has(code))).toEqual([])
  })

  test('opens a demonstration account for every role, and its three administrators are three people', async () => {
    const { accounts, people, posts } = await packOf('suichang')
    const administratorOf = new Map(posts.map(({ id, administrator }) => [id, administrator]))
    const held = accounts.flatMap(({ person }) => people.find(({ id }) => id === person)?.posts ?? [])
    expect(held.map((post) => administratorOf.get(post)).filter((one) => one !== undefined)).toEqual([
      ...administrators,
    ])
    expect(accounts).toHaveLength(17)
  })

  test('has about 6,300 public staff with a seat each, 4,245 of whom have signed in on the phone', async () => {
    const { people } = await packOf('suichang')
    expect([people.length, people.filter(({ onPhone }) => onPhone).length]).toEqual([6300, 4245])
  })
})

test('a county of one organisation and one post is a county', async () => {
  const { organisations, posts, people } = await packOf('minimal')
  expect([organisations.length, posts.length, people.length]).toEqual([1, 1, 0])
})
