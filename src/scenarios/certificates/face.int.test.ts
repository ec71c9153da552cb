import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { type FaceSimulator, startFaceService } from '#platform/testing/simulators/face-service.ts'
import { certificatesCounty } from './fixtures/county.ts'
import { residentClient, wu } from './fixtures/people.ts'
import { scenario } from './scenario.ts'

const secret = '0123456789abcdef'
let test: TestPlatform
let service: FaceSimulator
let resident: Client
let credential: string

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: certificatesCounty })
  service = await startFaceService(secret)
  const clerk = await test.as('zhangwei')
  await clerk.call('PUT', '/session/post', { post: 'jiaotong.clerk' })
  const issued = await clerk.call('POST', '/certificates', {
    type: 'no-house',
    holder: wu,
    values: { finding: 'none' },
  })
  credential = issued.body.credential
  resident = await residentClient(test.url, wu.phone)
})
afterAll(async () => {
  await service.stop()
  await test.close()
})

const begin = (key?: string) => resident.call('POST', '/portal/face-checks', { purpose: 'show-certificate' }, key)
const result = async (check: string) =>
  (await resident.call('POST', `/portal/face-checks/${check}/result`)).body.outcome
const connect = (url: string) =>
  writeFileSync(join(test.data, 'face-service.json'), JSON.stringify({ url, secret, patienceMilliseconds: 5000 }), {
    mode: 0o600,
  })

it('a county without the service, or one that is away, says so and names the other ways; showing needs no face', async () => {
  expect((await begin()).body.code).toBe('credentials.face.unavailable')
  connect(service.url)
  await service.behave('down')
  const { status, body } = await begin()
  expect([status, body.title]).toEqual([503, expect.stringContaining('短信验证码，或到窗口')])
  const shown = await resident.call('POST', `/portal/certificates/${credential}/showings`, { way: 'code', fields: [] })
  expect(shown.status).toBe(200)
})

it('who passes and then shows is told of to whoever verifies; the token is kept as a digest and no picture at all', async () => {
  await service.behave('pass')
  const { body } = await begin('face-1')
  expect(body.url).toContain('https://face.example/h5/')
  expect((await begin('face-1')).body).toEqual(body)
  expect(await result(body.check)).toBe('passed')
  expect(await result(body.check)).toBe('passed')
  const shown = await resident.call('POST', `/portal/certificates/${credential}/showings`, { way: 'code', fields: [] })
  const verdict = await test.nobody.call('POST', '/credentials/verification', { text: shown.body.code })
  expect(JSON.stringify(verdict.body.notes)).toContain('刷脸核身通过')
  const rows = await test.database.asOwner<{ row: string }>('select f::text as row from credentials.face_check f')
  expect(rows.map(({ row }) => row).join()).not.toContain('biz-')
})

it('who fails is told so; who is not answered in two minutes has timed out; the sixth of a day is refused, tomorrow is another day', async () => {
  await service.behave('fail')
  expect(await result((await begin()).body.check)).toBe('failed')
  await service.behave('wait')
  const { check } = (await begin()).body
  expect(await result(check)).toBe('pending')
  test.clock.set(new Date(test.clock.now().getTime() + 121_000))
  expect(await result(check)).toBe('timed-out')
  await begin()
  await begin()
  const { status, body } = await begin()
  expect([status, body.code]).toEqual([429, 'credentials.face.used-up'])
  test.clock.set(new Date('2026-03-03T09:00:00+08:00'))
  const atOnce = await Promise.all(Array.from({ length: 9 }, () => begin()))
  expect(atOnce.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 200, 429, 429, 429, 429])
})
