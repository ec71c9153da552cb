import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readScripts } from '#platform/server/stage/index.ts'
import { areSharesSound } from '../../../domain/hard-case/shares.ts'
import { packOfSuichang, suichang } from '../../../fixtures/suichang.ts'
import { type CaseScript, CaseScripts, casesOfCounty, casesOfStories } from './case-script.ts'

let cases: CaseScript[]
let logins: ReadonlySet<string>

beforeAll(async () => {
  const read = [casesOfStories, casesOfCounty].map((folder) => readScripts(join(suichang, 'demo'), folder, CaseScripts))
  cases = (await Promise.all(read)).flat().flatMap(({ value }) => value.cases)
  logins = new Set((await packOfSuichang()).people.map(({ login }) => login))
})

test('the hard cases of Suichang are told of by people of the county, each once', () => {
  expect(cases).toHaveLength(11)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(11)
  const named = cases.flatMap(({ by, story }) => [
    by,
    ...story.flatMap((scene) => [scene.by, scene.choose, ...(scene.claim?.members.map(({ login }) => login) ?? [])]),
  ])
  expect(named.filter((login) => login !== undefined && !logins.has(login))).toEqual([])
})

test('their teams share by whole per cents, and who leads is in the team', () => {
  const claims = cases.flatMap(({ story }) => story.flatMap(({ by, claim }) => (claim && by ? [{ by, ...claim }] : [])))
  expect(claims.length).toBeGreaterThan(10)
  for (const { by, members } of claims)
    expect(
      areSharesSound(
        members.map(({ login, share }) => ({ person: login, share })),
        by,
      ),
    ).toBe(true)
})
