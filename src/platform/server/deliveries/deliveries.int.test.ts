import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { appendEntries, newEntryId } from '#platform/server/journal/index.ts'
import type { Audience } from '#platform/server/notices/index.ts'
import { defineScenario } from '#platform/server/scenario/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { type Receivers, startReceivers } from '#platform/testing/simulators/receivers.ts'
import { type DeliveryParts, deliverOn } from './deliver.ts'
import { fanOut } from './fan-out.ts'
import type { ChannelSecret } from './secrets.ts'
import { signOfDingTalk } from './senders/robots.ts'
import { signatureOf } from './senders/webhook.ts'
import { startDeliveries } from './start-deliveries.ts'

const monday = new Date('2026-03-02T10:00:00+08:00')
const minutes = (count: number) => new Date(monday.getTime() + count * 60_000)

const secrets = new Map<string, ChannelSecret>([
  ['hook', { secret: `whsec_${Buffer.from('a secret of the county').toString('base64')}` }],
  ['group', { accessToken: 'token', secret: 'SECabc' }],
  ['wecom', { key: 'key' }],
  ['sms', { key: 'gateway' }],
  ['mail', {}],
])

/** Tells what it is asked to tell, so that a test can have any notice. */
const telling = defineScenario({
  ...{ id: 'telling', contract: {}, refusals: {}, permissions: {}, rooms: [] },
  routes: () => ({}),
  sweeps: () => [],
  notices: ['test.thing.happened', 'test.urgent.happened', 'test.quiet.happened'].map((kind) => ({
    kind,
    tell: ({ payload }) => [
      { kind, audience: payload?.audience as Audience, zh: `${payload?.title}`, en: 'It happened', link: '/things/1' },
    ],
  })),
})

let world: TestPlatform
let receivers: Receivers
let parts: DeliveryParts
const ended: string[] = []

beforeAll(async () => {
  receivers = await startReceivers()
  world = await testPlatform({ scenarios: [telling], county: { 'channels.yaml': channels(receivers) }, now: monday })
  const { services } = world.platform
  parts = {
    services,
    placeOf: (channel) => ({ channel, secret: secrets.get(channel.id) ?? {} }),
    told: ({ channel, ended: how, reason }) => ended.push(`${channel} ${how} ${reason ?? ''}`.trim()),
  }
  await world.derive()
  await fanOut(services)
})

afterAll(async () => {
  await receivers.stop()
  await world.close()
})

beforeEach(() => {
  world.clock.set(monday)
  ended.length = 0
})

function channels({ url, mailPort }: Receivers): string {
  return `site: https://xianqu.example
urgent: [test.urgent]
quiet: { from: '20:00', to: '08:00' }
digestAt: '08:30'
channels:
  - { id: hook, kind: webhook, name: 挂钩, english: Hook, kinds: [test.thing], url: '${url}/webhook' }
  - { id: group, kind: dingtalk-robot, name: 钉钉群, english: Group, kinds: [test], audiences: ['unit:fagai'], url: '${url}/dingtalk' }
  - { id: wecom, kind: wecom-robot, name: 企业微信群, english: Group, kinds: [test], audiences: ['unit:jiaotong'], url: '${url}/wecom' }
  - { id: sms, kind: sms, name: 短信, english: SMS, kinds: [test], url: '${url}/sms', template: T1, signature: 测试县, perDay: 3, usual: at-once }
  - { id: mail, kind: smtp, name: 邮件, english: Mail, kinds: [test], host: 127.0.0.1, port: ${mailPort}, from: 'hub@xianqu.example', usual: at-once }
`
}

/** Something happens, is sealed, told, and made messages of. */
async function happen(
  audience: string,
  title: string,
  more: { kind?: string; readers?: string[] } = {},
): Promise<void> {
  const { jurisdiction, clock } = world.platform.services
  const entry = {
    ...{ jurisdiction, stream: `test.thing/${newEntryId()}`, version: 1, kind: more.kind ?? 'test.thing.happened' },
    ...{ recordedAt: clock.now(), actor: { system: 'test' }, payload: { audience, title } },
    ...(more.readers ? { readers: more.readers as never } : {}),
  }
  await world.database.asSystem(jurisdiction, (tx) => appendEntries(tx, [entry]))
  await world.derive()
  await fanOut(world.platform.services)
}

async function deliver(id: string): Promise<number> {
  const { channels: county } = world.platform.services.rules()
  const channel = county?.channels.find((one) => one.id === id)
  if (county === undefined || channel === undefined) throw new Error(`no channel ${id}`)
  return deliverOn(parts, channel, county.site)
}

async function personOf(login: string): Promise<string> {
  const [row] = await world.database.asOwner<{ id: string }>('select id from identity.person where login = $1', [login])
  return row?.id ?? ''
}

test('a webhook is signed as Standard Webhooks asks, and gets the same id when it is tried again', async () => {
  await receivers.fail('webhook', '500', 'silent', 'down')
  await happen('unit:county', '第一件')
  for (const later of [0, 1, 3, 7]) {
    world.clock.set(minutes(later))
    await deliver('hook')
  }
  const [first, again] = await receivers.got('webhook', 2)
  expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': signature } = again?.headers ?? {}
  expect(signature).toBe(signatureOf(secrets.get('hook')?.secret ?? '', id, at, again?.body ?? ''))
  expect(JSON.parse(again?.body ?? '{}')).toMatchObject({
    type: 'test.thing.happened',
    data: { notices: [{ zh: '第一件', url: 'https://xianqu.example/things/1' }] },
  })
  expect(ended.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'hook failed',
    'hook failed',
    'hook failed',
    'hook sent',
  ])
})

test('a receiver that says no for good makes the message dead; the administrator sees it and sends it again', async () => {
  await receivers.fail('webhook', '404')
  await happen('unit:county', '第二件')
  await deliver('hook')
  expect(ended).toEqual(['hook dead HTTP 404'])
  await deliver('hook')
  expect(ended).toHaveLength(1)
  const administrator = await world.as('huangtao')
  const { body } = await administrator.call('GET', '/deliveries/dead')
  expect(body.channels.find(({ channel }: { channel: string }) => channel === 'hook')).toMatchObject({ dead: 1 })
  expect(body.messages).toMatchObject([
    { channel: 'hook', reason: 'HTTP 404', notices: 1, kind: 'test.thing.happened' },
  ])
  const messages = [body.messages[0].message]
  expect((await administrator.call('POST', '/deliveries/again', { messages }, 'once')).body).toEqual({ again: 1 })
  expect((await administrator.call('POST', '/deliveries/again', { messages }, 'once')).body).toEqual({ again: 1 })
  expect((await administrator.call('POST', '/deliveries/again', { messages })).body.code).toBe(
    'deliveries.message.alive',
  )
  await deliver('hook')
  expect(ended.at(-1)).toBe('hook sent')
  const [entry] = await world.database.asOwner<{ readers: string[] }>(
    `select readers from journal.entry where kind = 'deliveries.message.sent-again'`,
  )
  expect(entry?.readers).toEqual([])
})

test('a DingTalk robot is shown the notices of its unit, signed; what is confidential it is not shown', async () => {
  await happen('unit:fagai', '群里可见', {})
  await happen('unit:fagai', '涉密事项', { readers: ['fagai'] })
  await deliver('group')
  const [shown] = await receivers.got('dingtalk', 1)
  expect(shown?.query).toMatchObject({
    access_token: 'token',
    sign: signOfDingTalk('SECabc', shown?.query.timestamp ?? ''),
  })
  expect(JSON.parse(shown?.body ?? '{}').markdown.text).toBe('- [群里可见](https://xianqu.example/things/1)')
  expect(receivers.received.some(({ body }) => body.includes('涉密事项'))).toBe(false)
})

test('a robot that is asked too often is asked again; one that refuses the secret is not', async () => {
  await receivers.fail('wecom', 'too-often', 'refuse')
  await happen('unit:jiaotong', '交通')
  await deliver('wecom')
  world.clock.set(minutes(5))
  await deliver('wecom')
  expect(ended).toEqual(['wecom failed errcode 45009', 'wecom dead errcode 93000'])
})

test('an SMS waits for the morning, an urgent one does not, and a confidential one says only that something waits', async () => {
  const person = await personOf('zhangwei')
  await world.database.asOwner('update identity.person set phone = $2 where id = $1', [person, '13900000001'])
  world.clock.set(new Date('2026-03-02T22:00:00+08:00'))
  await happen(`person:${person}`, '夜里的小事', { kind: 'test.quiet.happened', readers: ['fagai'] })
  await happen(`person:${person}`, '夜里的急事', { kind: 'test.urgent.happened' })
  await deliver('sms')
  expect(JSON.parse((await receivers.got('sms', 1))[0]?.body ?? '{}')).toMatchObject({
    phone: '13900000001',
    parameters: { text: '夜里的急事' },
  })
  world.clock.set(new Date('2026-03-03T08:00:00+08:00'))
  await deliver('sms')
  expect(JSON.parse((await receivers.got('sms', 2))[1]?.body ?? '{}').parameters.text).toBe(
    '您有一条新通知，请登录平台查看。',
  )
})

test('a person who is told much in a day gets the rest gathered the next working morning', async () => {
  const person = await personOf('zhangwei')
  world.clock.set(new Date('2026-03-04T10:00:00+08:00'))
  const before = receivers.received.filter(({ receiver }) => receiver === 'sms').length
  for (const number of [1, 2, 3, 4, 5]) await happen(`person:${person}`, `第 ${number} 件`)
  await deliver('sms')
  await receivers.got('sms', before + 3)
  world.clock.set(new Date('2026-03-05T08:30:00+08:00'))
  await deliver('sms')
  const all = await receivers.got('sms', before + 4)
  expect(JSON.parse(all.at(-1)?.body ?? '{}').parameters.text).toBe('您有 2 条新通知')
})

test('mail reaches those who gave an address, as they chose; a box that is not there is dead at once', async () => {
  const person = await personOf('wangjianguo')
  const client = await world.as('wangjianguo')
  await happen('post:fagai.director', '没有地址，不发邮件')
  expect(
    (await client.call('PUT', '/notices/channels/mail', { mode: 'at-once', address: 'wang@example.org' })).status,
  ).toBe(200)
  await happen(`person:${person}`, '请看邮件')
  await happen('post:fagai.director', '发给岗位')
  await receivers.fail('mail', '404')
  await deliver('mail')
  expect([...ended].sort()).toEqual(['mail dead SMTP 550', 'mail sent'])
  const [mail] = await receivers.got('mail', 1)
  expect(mail?.body).toMatch(/To: wang@example.org/)
})

test('a receiver that answers twice has got the message once, and the next one too', async () => {
  await deliver('hook')
  const before = receivers.received.filter(({ receiver }) => receiver === 'webhook').length
  await receivers.fail('webhook', 'twice')
  for (const title of ['两次应答', '下一件']) {
    await happen('unit:county', title)
    await deliver('hook')
  }
  for (const later of [1, 2]) {
    world.clock.set(minutes(later))
    await deliver('hook')
  }
  const got = (await receivers.got('webhook', before + 2)).slice(before)
  const times = (title: string) => got.filter(({ body }) => body.includes(title)).length
  expect([times('两次应答'), times('下一件')]).toEqual([1, 1])
})

test('two processes that deliver at once send each message once', async () => {
  await deliver('hook')
  const before = receivers.received.filter(({ receiver }) => receiver === 'webhook').length
  for (const number of [1, 2, 3, 4, 5, 6]) await happen('unit:county', `并行 ${number}`)
  await Promise.all([deliver('hook'), deliver('hook'), deliver('hook')])
  const got = (await receivers.got('webhook', before + 6)).slice(before)
  expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(6)
  expect(got).toHaveLength(6)
})

test('making all notices anew from the record sends nothing a second time', async () => {
  const before = receivers.received.length
  await world.database.asOwner(`update journal.projection set version = 0 where name = 'notices'`)
  await world.derive()
  await fanOut(world.platform.services)
  for (const channel of ['hook', 'group', 'mail', 'sms']) await deliver(channel)
  expect(receivers.received).toHaveLength(before)
})

test('a channel whose receiver is slow holds up nobody else', async () => {
  await receivers.fail('webhook', 'slow')
  await happen('unit:county', '慢')
  await happen('unit:fagai', '快')
  const { stop } = startDeliveries(parts, (error) => ended.push(String(error)))
  const sent = (channel: string) => ended.filter((line) => line === `${channel} sent`).length
  await vi.waitFor(() => expect(sent('hook')).toBe(2), { timeout: 15_000 })
  await stop()
  expect(sent('group')).toBe(1)
  expect(ended.at(-1)).toBe('hook sent')
})
