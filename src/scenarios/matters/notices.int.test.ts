import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Channels } from '#platform/server/county/index.ts'
import { type DeliveryParts, deliverOn, fanOut } from '#platform/server/deliveries/index.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { type Receivers, startReceivers } from '#platform/testing/simulators/receivers.ts'
import { testMatters } from './fixtures/test-matters.ts'
import { type MattersWorld, openMattersWorld, rent, rowsOf } from './fixtures/world.ts'

let here: MattersWorld
let receivers: Receivers
let parts: DeliveryParts
let sms: Channels['channels'][number]

beforeAll(async () => {
  receivers = await startReceivers()
  here = await openMattersWorld({ county: testMatters() })
  const { services } = here.world.platform
  sms = {
    ...{ id: 'sms', kind: 'sms', name: '短信', english: 'SMS', kinds: ['casework'], url: `${receivers.url}/sms` },
    ...{ template: 'T1', signature: '测试县', perDay: 10, usual: 'at-once' },
  }
  const hours = { urgent: [], quiet: { from: '20:00', to: '08:00' }, digestAt: '08:30' }
  const channels: Channels = { site: 'https://xianqu.example', ...hours, channels: [sms] }
  const rules = () => ({ ...services.rules(), channels })
  parts = {
    ...{ services: { ...services, rules }, told: () => undefined },
    placeOf: (channel) => ({ channel, secret: { key: 'gateway' } }),
  }
  await here.world.derive()
  await fanOut(parts.services)
})
afterAll(async () => {
  await here?.close()
  await receivers?.stop()
})
beforeEach(() => here.world.clock.set(new Date('2026-03-03T10:00:00+08:00')))

/** Brings what happened into the inboxes and on its way. */
async function tell(): Promise<void> {
  await here.world.derive()
  await fanOut(parts.services)
  await deliverOn(parts, sms, 'https://xianqu.example')
}
/** Whoever the register names as the representative of the first enterprise. */
const [firm] = rowsOf('enterprises-of-person')
const owner = { name: firm?.['legal-representative'], 'identity-number': firm?.['legal-representative-number'] }
const closing = {
  ...{ matter: 'company-closing', enterprise: firm?.['credit-code'] },
  form: { 'application-reason': '不再经营', 'contact-phone': '13800000001' },
}
const inboxOf = async (client: Client) => (await client.call('GET', '/portal/notices')).body
const textsTo = (phone: string) =>
  receivers.received
    .map(({ body }) => JSON.parse(body) as { phone: string; parameters: { text: string } })
    .filter((one) => one.phone === phone)
    .map(({ parameters }) => parameters.text)

test('an applicant whom the rule answers at once hears it once, and then that the money went out; the phone learns no more than the number', async () => {
  const client = await here.nextTenant()
  const { body } = await client.call('POST', '/portal/cases', rent)
  await here.pass(1)
  await tell()
  const { notices, unread } = await inboxOf(client)
  expect(notices.map(({ zh }: { zh: string }) => zh)).toEqual([
    expect.stringMatching(/^租房提取住房公积金：款项已转出（B[0-9A-F]{16}）$/),
    '租房提取住房公积金已办结：准予',
  ])
  expect(unread).toBe(2)
  expect(notices[1].link).toBe(`/portal/cases/${body.case}`)
  const read = await client.call('POST', '/portal/notices/read', { upTo: notices[0].position })
  expect(read.body).toEqual({ unread: 0 })
  expect((await inboxOf(client)).unread).toBe(0)
  await receivers.got('sms', 2)
  expect(textsTo(client.phone).sort()).toEqual([
    `您的申请 ${body.number} 已办结：准予`,
    `您的申请 ${body.number} 款项已转出`,
  ])
})

test('money that the bank gives back is told with the reason on the page, and on the phone without it', async () => {
  const client = await here.nextTenant()
  const asked = { ...rent, form: { ...rent.form, 'bank-account': '6217004000990000' } }
  const { body } = await client.call('POST', '/portal/cases', asked)
  await here.pass(1)
  await tell()
  const [notice] = (await inboxOf(client)).notices
  expect(notice).toMatchObject({ link: `/portal/cases/${body.case}` })
  expect(notice.zh).toBe('租房提取住房公积金的款项被银行退回：银行没有这个账户。请更正收款账户，更正后重新划转')
  await receivers.got('sms', 4)
  expect(textsTo(client.phone)).toContain(`您的申请 ${body.number} 款项被银行退回，请登录更正收款账户`)
})

test('what is wanted of an applicant stands in the inbox with the list; at night the phone is silent until morning', async () => {
  const client = await here.nextTenant()
  const clerk = await here.world.as('minzheng')
  const form = { 'contact-phone': '13800000001' }
  const { body } = await client.call('POST', '/portal/cases', { matter: 'plain', form })
  expect(body.state).toBe('handling')
  await tell()
  expect(textsTo(client.phone)).toEqual([expect.stringMatching(/已受理，承诺3月6日前办结$/)])
  here.world.clock.set(new Date('2026-03-03T21:00:00+08:00'))
  const step = `/cases/${body.case}/steps/review`
  await clerk.call('POST', `${step}/correction-request`, { list: ['户口簿首页', '近期照片'] })
  await tell()
  expect((await inboxOf(client)).notices[0].zh).toBe('平常事项需要补正：户口簿首页；近期照片')
  expect(textsTo(client.phone)).toHaveLength(1)
  here.world.clock.set(new Date('2026-03-04T08:00:00+08:00'))
  await tell()
  expect(textsTo(client.phone)[1]).toBe(`您的申请 ${body.number} 需要补正材料，请登录查看清单`)
  await client.call('POST', `/portal/cases/${body.case}/corrections`, { step: 'review', note: '已补', files: [] })
  await clerk.call('POST', `${step}/refusal`, { reason: '不符合条件' })
  await tell()
  expect((await inboxOf(client)).notices[0].zh).toBe('平常事项不予办理：不符合条件')
  expect(textsTo(client.phone)[2]).not.toContain('不符合条件')
})

test('nobody else is told: neither another resident, nor the offices that handle it, nor a helper', async () => {
  const mother = await here.nextTenant()
  const son = await here.nextTenant()
  const until = new Date(here.world.clock.now().getTime() + 90 * 86_400_000).toISOString()
  await mother.call('POST', '/portal/mandates', { phone: son.phone, name: son.name, matters: null, until })
  await son.call('POST', '/portal/cases', { ...rent, resident: mother.id })
  await tell()
  expect((await inboxOf(mother)).notices.length).toBeGreaterThan(0)
  expect((await inboxOf(son)).notices).toEqual([])
  const { notices } = (await (await here.world.as('fund')).call('GET', '/notices')).body
  expect(notices.filter(({ link }: { link: string }) => link.startsWith('/portal'))).toEqual([])
  expect((await here.world.nobody.call('GET', '/portal/notices')).status).toBe(401)
})

test('an enterprise’s case is told to whoever acts for it in the matter then, each once and by its name; whose agency ended hears nothing and sees nothing', async () => {
  const boss = await here.resident(owner)
  const confirm = (client: Client) => client.call('POST', '/portal/enterprises/confirmations')
  await confirm(boss)
  const until = '2027-01-01T00:00:00+08:00' // sessions live in real time
  const agent = async (...mandates: (readonly string[] | null)[]) => {
    const client = await here.nextTenant()
    const terms = { phone: client.phone, name: client.name, until, enterprise: closing.enterprise }
    const given: string[] = []
    for (const matters of mandates)
      given.push((await boss.call('POST', '/portal/mandates', { ...terms, matters })).body.mandate)
    return { ...client, withdraw: () => boss.call('DELETE', `/portal/mandates/${given[0]}`) }
  }
  const [whole, named, elsewhere] = [
    await agent(null, ['company-closing']),
    await agent(['company-closing']),
    await agent(['food-licence']),
  ]
  const former = await agent(['company-closing'])
  await former.withdraw()
  for (const client of [boss, whole, named, elsewhere]) await confirm(client)
  const submitted = await named.call('POST', '/portal/cases', closing)
  expect(submitted.body.state).toBe('handling')
  const { case: id, number } = submitted.body
  await tell()
  const told = { zh: `${firm?.['enterprise-name']}：企业简易注销已受理，承诺3月6日前办结`, link: `/portal/cases/${id}` }
  for (const client of [boss, whole, named]) {
    expect(await inboxOf(client)).toMatchObject({ notices: [told], unread: 1 })
    expect(textsTo(client.phone)).toEqual([`贵单位的申请 ${number} 已受理，承诺3月6日前办结`])
  }
  await named.withdraw()
  await confirm(named) // a session is known anew within seconds; so it is at once
  await here.pass(1)
  await boss.call('POST', `/portal/cases/${id}/withdrawal`, { reason: '继续经营' })
  await tell()
  for (const client of [boss, whole]) {
    expect((await inboxOf(client)).notices).toHaveLength(2)
    expect(textsTo(client.phone)[1]).toBe(`贵单位的申请 ${number} 已撤回`)
  }
  expect(textsTo(named.phone)).toHaveLength(1)
  for (const client of [elsewhere, former]) expect(textsTo(client.phone)).toEqual([])
  for (const client of [elsewhere, former, named])
    expect((await inboxOf(client)).notices.filter(({ link }: typeof told) => link === told.link)).toEqual([])
  await tell()
  expect(textsTo(boss.phone)).toHaveLength(2)
})
