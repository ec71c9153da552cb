import { afterAll, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'

let test: TestPlatform | undefined
afterAll(() => test?.close())

it('the platform boots without any scenario: people sign in, the record is sealed, a scenario’s address is not there', async () => {
  test = await testPlatform({ scenarios: [], county: projectsCounty })
  const person = await test.as('zhangwei')
  expect((await person.call('GET', '/session')).body.personName).toBe('张伟')
  expect(await test.seal()).toBeGreaterThan(0)
  expect((await person.call('GET', '/journal/head')).body.head.size).toBe(String(await test.seal()))
  expect((await person.call('GET', '/projects')).body.code).toBe('route.unknown')
})
