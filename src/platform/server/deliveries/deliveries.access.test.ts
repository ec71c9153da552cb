import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'

const county = `site: https://xianqu.example
quiet: { from: '20:00', to: '08:00' }
digestAt: '08:30'
channels:
  - { id: sms, kind: sms, name: 短信, english: SMS, kinds: [plans], url: 'http://127.0.0.1:9/sms', template: T1, signature: 测试县, usual: digest }
  - { id: mail, kind: smtp, name: 邮件, english: Mail, kinds: [plans], host: 127.0.0.1, port: 9, from: 'hub@xianqu.example', usual: at-once }
`
let world: TestPlatform

beforeAll(async () => {
  world = await testPlatform({ scenarios: [], county: { 'channels.yaml': county } })
})
afterAll(() => world.close())

const again = { messages: ['01900000-0000-7000-8000-000000000000'] }

test.each([
  ['GET', '/deliveries/dead', undefined],
  ['POST', '/deliveries/again', again],
] as const)('%s %s is for the system administrator alone', async (method, path, body) => {
  expect((await world.nobody.call(method, path, body)).status).toBe(401)
  for (const login of ['zhangwei', 'chenshumin', 'sunli', 'makun'])
    expect((await (await world.as(login)).call(method, path, body)).status).toBe(403)
  const answer = await (await world.as('huangtao')).call(method, path, body)
  expect(method === 'GET' ? answer.status : answer.body.code).toBe(method === 'GET' ? 200 : 'deliveries.message.alive')
})

test('everybody sees and chooses their own channels, and nobody else’s', async () => {
  expect((await world.nobody.call('GET', '/notices/channels')).status).toBe(401)
  const zhang = await world.as('zhangwei')
  expect((await zhang.call('GET', '/notices/channels')).body).toMatchObject({
    digestAt: '08:30',
    channels: [
      { channel: 'sms', mode: 'digest', address: null },
      { channel: 'mail', mode: 'at-once', address: null },
    ],
  })
  expect(
    (await zhang.call('PUT', '/notices/channels/mail', { mode: 'digest', address: 'zhang@example.org' })).status,
  ).toBe(200)
  expect((await zhang.call('PUT', '/notices/channels/sms', { mode: 'off' })).status).toBe(200)
  expect((await zhang.call('GET', '/notices/channels')).body.channels).toMatchObject([
    { mode: 'off' },
    { mode: 'digest', address: 'zhang@example.org' },
  ])
  const wang = await world.as('wangjianguo')
  expect((await wang.call('GET', '/notices/channels')).body.channels).toMatchObject([
    { mode: 'digest' },
    { address: null },
  ])
})

test('mail without an address, an address that is none and a channel that is not there are refused', async () => {
  const li = await world.as('lixiaoyan')
  expect((await li.call('PUT', '/notices/channels/mail', { mode: 'at-once' })).body.code).toBe(
    'deliveries.address.missing',
  )
  expect((await li.call('PUT', '/notices/channels/mail', { mode: 'at-once', address: 'nobody' })).body.code).toBe(
    'input.invalid',
  )
  expect((await li.call('PUT', '/notices/channels/pigeon', { mode: 'off' })).body.code).toBe(
    'deliveries.channel.unknown',
  )
})
