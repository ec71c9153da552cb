import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Departments, inventCounty } from '#platform/server/departments/index.ts'
import { hubCounty, hubPeople, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { ensureTestServer } from '#platform/testing/server.ts'
import { listConsentsFor } from './consent-store.ts'
import {
  collectAnswer,
  giveConsent,
  type LookUpAsk,
  listLooksAtSubject,
  lookUp,
  lookUpAll,
  lookUpSweep,
  withdrawConsent,
} from './index.ts'
import { hashOfSubject } from './subject.ts'

const monday = new Date('2026-03-02T10:00:00+08:00')
const { tables } = inventCounty(hubPeople)
const rows = (dataset: string) => tables.get(dataset) ?? []
const of = (dataset: string, at = 0) => {
  const row = rows(dataset)[at]
  return { kind: 'person' as const, number: String(row?.['identity-number']), name: String(row?.name) }
}
const tenant = of('tenancy-contracts')
const owner = of('housing-archive')
const houseOf = (subject: LookUpAsk['subject'], more: Partial<LookUpAsk> = {}): LookUpAsk => ({
  ...{ dataset: 'housing-archive', subject, fields: ['certificate-number'] },
  ...{ purpose: { matter: 'withdraw-for-rent', case: 'case-1' }, actor: { organisation: 'gongjijin' } },
  ...more,
})

let world: TestPlatform
let departments: Departments

beforeAll(async () => {
  departments = await startHubDepartments({
    ownerUrl: await ensureTestServer(),
    name: `department_${randomBytes(4).toString('hex')}`,
  })
  world = await testPlatform({ scenarios: [], county: hubCounty, placeOf: departments.placeOf, now: monday })
})

afterAll(async () => {
  await departments?.stop()
  await world?.close()
})

/** Each test has connectors whose breakers are closed, and departments that answer. */
beforeEach(async () => {
  world.clock.set(new Date(world.clock.now().getTime() + 3_600_000))
  await departments.mend()
})

const services = () => world.platform.services
const minutes = (count: number) => world.clock.set(new Date(world.clock.now().getTime() + count * 60_000))
const sweep = () => lookUpSweep(services()).once(world.clock.now(), 50)
const entriesOf = (lookUpId: string) =>
  world.database.asOwner<{ kind: string; body: Record<string, unknown> }>(
    `select e.kind, p.body from journal.entry e join journal.payload p on p.jurisdiction_id = e.jurisdiction_id and p.entry_id = e.id
      where e.stream = $1 order by e.version`,
    [`data-hub.look-up/${lookUpId}`],
  )

test('three departments are asked at once: who rents has no house, a lease and a fund, each with its date', async () => {
  const fund = of('provident-fund-account')
  const outcomes = await lookUpAll(services(), [
    houseOf(tenant),
    houseOf(tenant, { dataset: 'tenancy-contracts', fields: ['monthly-rent', 'lease-until'] }),
    houseOf(fund, { dataset: 'provident-fund-account', fields: ['account-number', 'deposit-balance'] }),
    houseOf(tenant, { dataset: 'household-registration', fields: ['name', 'registered-village'] }),
  ])
  expect(outcomes.map(({ kind }) => kind)).toEqual(['not-found', 'answered', 'answered', 'answered'])
  const lease = rows('tenancy-contracts')[0]
  expect(outcomes[1]).toMatchObject({
    records: [{ 'monthly-rent': lease?.['monthly-rent'], 'lease-until': lease?.['lease-until'] }],
    asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  })
  expect(outcomes[3]).toMatchObject({ records: [{ name: tenant.name }] })
})

test('nothing that was brought stands in the record or in the open in a table', async () => {
  const { lookUp: id, ...outcome } = await lookUp(services(), houseOf(owner))
  const value = (outcome as { records?: readonly Record<string, unknown>[] }).records?.[0]?.['certificate-number']
  expect(value).toBe(rows('housing-archive')[0]?.['certificate-number'])
  const record = JSON.stringify(await entriesOf(id))
  expect(record).not.toContain(String(value))
  for (const secret of [owner.number, owner.name]) expect(record).not.toContain(secret)
  const [row] = await world.database.asOwner<Record<string, unknown>>('select * from data_hub.look_up where id = $1', [
    id,
  ])
  expect(JSON.stringify(row)).not.toContain(owner.number)
  expect(row?.subject).toBeNull()
})

test.each([
  ['another office', { actor: { organisation: 'shuiwu' } }, 'no-grant'],
  ['another matter', { purpose: { matter: 'something-else', case: 'case-1' } }, 'no-grant'],
  ['a field that was not granted', { fields: ['certificate-number', 'house-area'] }, 'field-not-granted'],
  ['a dataset that is not there', { dataset: 'horoscopes' }, 'dataset-unknown'],
  ['a grant whose time is over', { dataset: 'income-tax', fields: ['tax-paid'] }, 'grant-ended'],
  ['a look without consent', { dataset: 'marriage-registration', fields: ['marriage-state'] }, 'consent-missing'],
] as const)('%s is refused, nobody is asked, and the person sees it', async (_, more, reason) => {
  const before = (await departments.asked()).length
  const outcome = await lookUp(services(), houseOf(tenant, more as Partial<LookUpAsk>))
  expect(outcome).toMatchObject({ kind: 'not-granted', reason })
  expect((await departments.asked()).length).toBe(before)
  expect(await entriesOf(outcome.lookUp)).toMatchObject([{ kind: 'data-hub.look-up.refused', body: { reason } }])
  const [last] = await listLooksAtSubject(services(), tenant)
  expect(last).toMatchObject({ lookUp: outcome.lookUp, state: 'refused', reason })
})

test('a grant that names posts is for those posts; the machine is one of them where it is named', async () => {
  const ask = houseOf(of('provident-fund-account'), { dataset: 'provident-fund-account', fields: ['deposit-balance'] })
  const by = (post: string) => ({ ...ask, actor: { organisation: 'gongjijin', post: post as never } })
  expect((await lookUp(services(), by('gongjijin.director'))).kind).toBe('not-granted')
  expect((await lookUp(services(), by('gongjijin.clerk'))).kind).toBe('answered')
  expect((await lookUp(services(), ask)).kind).toBe('answered')
})

test('the person looked up sees who looked, when, for which case, on which ground and at which fields; others see nothing', async () => {
  const { lookUp: id } = await lookUp(
    services(),
    houseOf(owner, { purpose: { matter: 'withdraw-for-rent', case: 'case-7' } }),
  )
  const [look] = await listLooksAtSubject(services(), { kind: 'person', number: owner.number.toLowerCase() })
  expect(look).toMatchObject({
    ...{ lookUp: id, organisation: 'gongjijin', matter: 'withdraw-for-rent', case: 'case-7', state: 'answered' },
    basis: '住房公积金管理条例第二十四条',
    dataset: { name: '不动产登记信息（住房）', owner: 'zirangui' },
    fields: [{ id: 'certificate-number', name: '证书编号' }],
  })
  expect((await listLooksAtSubject(services(), of('veterans'))).some(({ lookUp: other }) => other === id)).toBe(false)
})

test.each([
  ['schema', 'field-missing'],
  ['wrong-person', 'another-person'],
  ['empty', 'unreadable'],
  ['not-json', 'unreadable'],
] as const)('an answer that is %s is a wrong answer, never used, and not asked again', async (behave, reason) => {
  await departments.order({ connector: 'zirangui-budongchan', behave })
  const outcome = await lookUp(services(), houseOf(owner))
  expect(outcome).toMatchObject({ kind: 'wrong-answer', reason })
  minutes(600)
  await sweep()
  expect(await collectAnswer(services(), outcome.lookUp)).toMatchObject({ kind: 'wrong-answer' })
})

test('one person who is there twice with two truths is nobody; one told twice is one', async () => {
  const fund = of('provident-fund-account')
  const ask = houseOf(fund, { dataset: 'provident-fund-account', fields: ['deposit-balance'] })
  await departments.order({ connector: 'gongjijin-yewu', behave: 'twice' })
  expect(await lookUp(services(), ask)).toMatchObject({ kind: 'answered', records: [{}] })
  await departments.order({ connector: 'gongjijin-yewu', behave: 'duplicate' })
  const twice = await lookUp(services(), { ...ask, fields: ['account-number', 'deposit-balance'] })
  expect(twice).toMatchObject({ kind: 'wrong-answer', reason: 'several-records' })
})

test('a record under another name is a wrong answer', async () => {
  const outcome = await lookUp(services(), houseOf({ ...owner, name: '别人' }))
  expect(outcome).toMatchObject({ kind: 'wrong-answer', reason: 'another-person' })
})

test('a department that is down makes the case wait; it is asked again and the answer is there to be collected', async () => {
  await departments.order({ connector: 'zirangui-budongchan', behave: 'down' })
  const outcome = await lookUp(services(), houseOf(owner))
  expect(outcome).toMatchObject({ kind: 'waiting', reason: 'unreachable' })
  expect(await sweep()).toBe(0)
  await departments.order({ connector: 'zirangui-budongchan', behave: 'well' })
  minutes(2)
  expect(await sweep()).toBe(1)
  expect(await collectAnswer(services(), outcome.lookUp)).toMatchObject({ kind: 'answered' })
  expect((await entriesOf(outcome.lookUp)).map(({ kind }) => kind)).toEqual([
    'data-hub.look-up.asked',
    'data-hub.look-up.unanswered',
    'data-hub.look-up.answered',
  ])
})

test('one that stays down is given up when its time is over, and not before', async () => {
  await departments.order({ connector: 'zirangui-budongchan', behave: 'error' })
  const outcome = await lookUp(services(), houseOf(owner))
  if (outcome.kind !== 'waiting') throw new Error(outcome.kind)
  world.clock.set(new Date(outcome.until.getTime() - 1000))
  await sweep()
  expect((await collectAnswer(services(), outcome.lookUp))?.kind).toBe('waiting')
  world.clock.set(outcome.until)
  await sweep()
  expect(await collectAnswer(services(), outcome.lookUp)).toMatchObject({ kind: 'unavailable', reason: 'failing' })
  world.clock.set(monday)
})

test('a department slower than it agreed to be is not waited for', async () => {
  await departments.order({ connector: 'zirangui-budongchan', behave: 'slow', milliseconds: 20_000, times: 1 })
  const began = Date.now()
  expect(await lookUp(services(), houseOf(owner))).toMatchObject({ kind: 'waiting', reason: 'timeout' })
  expect(Date.now() - began).toBeLessThan(20_000)
})

test('after five failures in a row a department is left alone, and asked again after half a minute', async () => {
  await departments.order({ connector: 'yibao-canbao', behave: 'error' })
  const insured = of('medical-insurance')
  const ask = houseOf(insured, { dataset: 'medical-insurance', fields: ['insurance-state'] })
  for (const _ of [1, 2, 3, 4, 5]) await lookUp(services(), ask)
  const before = (await departments.asked()).length
  expect(await lookUp(services(), ask)).toMatchObject({ kind: 'waiting', reason: 'left-alone' })
  expect((await departments.asked()).length).toBe(before)
  expect(services().connectors.healthOf('yibao-canbao').state).toBe('open')
  await departments.order({ connector: 'yibao-canbao', behave: 'well' })
  minutes(1)
  expect((await lookUp(services(), ask)).kind).toBe('answered')
})

test('the same look-up asked for twice, even at once, asks the department once and gives one answer', async () => {
  const id = randomUUID()
  const ask = houseOf(owner, { id })
  const asked = async () => (await departments.asked()).filter((one) => one.id === id).length
  await Promise.all([lookUp(services(), ask), lookUp(services(), ask), lookUp(services(), ask)])
  expect(await lookUp(services(), ask)).toMatchObject({ kind: 'answered' })
  expect(await asked()).toBe(1)
  expect(await entriesOf(id)).toHaveLength(2)
})

test('a process that dies between question and answer loses nothing: it is asked again, and two that ask record one answer', async () => {
  await departments.order({ connector: 'zirangui-budongchan', behave: 'down' })
  const { lookUp: id } = await lookUp(services(), houseOf(owner))
  await world.database.asOwner(`update data_hub.look_up set state = 'asking' where id = $1`, [id])
  await departments.order({ connector: 'zirangui-budongchan', behave: 'well' })
  minutes(5)
  await Promise.all([sweep(), sweep(), sweep()])
  expect((await collectAnswer(services(), id))?.kind).toBe('answered')
  expect(
    (await entriesOf(id)).filter(({ kind }) => kind.endsWith('answered') && !kind.endsWith('unanswered')),
  ).toHaveLength(1)
})

test('a consent opens what the law alone does not, for its case only; withdrawn, what waits stops and what came is forgotten', async () => {
  const spouse = of('marriage-registration')
  const purpose = { matter: 'withdraw-for-rent', case: 'case-9' }
  const consent = await giveConsent(services(), {
    ...{
      subject: spouse,
      case: 'case-9',
      datasets: ['marriage-registration'],
      givenBy: 'self',
      actor: { system: 'test' },
    },
    endsAt: new Date(world.clock.now().getTime() + 86_400_000),
  })
  const ask = houseOf(spouse, {
    dataset: 'marriage-registration',
    fields: ['marriage-state'],
    purpose: { ...purpose, consent },
  })
  const came = await lookUp(services(), ask)
  expect(came).toMatchObject({ kind: 'answered', records: [{ 'marriage-state': 'married' }] })
  expect((await lookUp(services(), { ...ask, purpose: { ...purpose, case: 'another', consent } })).kind).toBe(
    'not-granted',
  )
  const somebody = { ...ask, subject: of('marriage-registration', 4) }
  expect(await lookUp(services(), somebody)).toMatchObject({ kind: 'not-granted', reason: 'consent-missing' })
  await departments.order({ connector: 'minzheng-shiwu', behave: 'down' })
  const waiting = await lookUp(services(), ask)
  expect(waiting.kind).toBe('waiting')
  expect(await withdrawConsent(services(), consent, { system: 'test' })).toBe(true)
  expect(await withdrawConsent(services(), consent, { system: 'test' })).toBe(false)
  await departments.order({ connector: 'minzheng-shiwu', behave: 'well' })
  minutes(5)
  await sweep()
  expect(await collectAnswer(services(), waiting.lookUp)).toMatchObject({
    kind: 'not-granted',
    reason: 'consent-withdrawn',
  })
  expect((await collectAnswer(services(), came.lookUp))?.kind).toBe('forgotten')
  expect(await lookUp(services(), ask)).toMatchObject({ kind: 'not-granted', reason: 'consent-withdrawn' })
})

test('an answer on its way when the consent is withdrawn is thrown away', async () => {
  const spouse = of('marriage-registration', 2)
  const consent = await giveConsent(services(), {
    ...{
      subject: spouse,
      case: 'case-10',
      datasets: ['marriage-registration'],
      givenBy: 'self',
      actor: { system: 'test' },
    },
    endsAt: new Date(world.clock.now().getTime() + 86_400_000),
  })
  await departments.order({ connector: 'minzheng-shiwu', behave: 'slow', milliseconds: 400 })
  const asking = lookUp(
    services(),
    houseOf(spouse, {
      ...{ dataset: 'marriage-registration', fields: ['marriage-state'] },
      purpose: { matter: 'withdraw-for-rent', case: 'case-10', consent },
    }),
  )
  for (let found = 0; found === 0; )
    found = (await departments.asked()).filter(({ connector }) => connector === 'minzheng-shiwu').length
  await new Promise((resolve) => setTimeout(resolve, 100))
  await withdrawConsent(services(), consent, { system: 'test' })
  expect(await asking).toMatchObject({ kind: 'not-granted', reason: 'consent-withdrawn' })
})

test('a consent is not withdrawn between being seen and the look-up under it: the withdrawal finds that and stops it', async () => {
  const { jurisdiction, database, personalData } = services()
  const spouse = of('marriage-registration', 3)
  const given = { case: 'case-11', datasets: ['marriage-registration'], givenBy: 'self', actor: { system: 'test' } }
  const endsAt = new Date(world.clock.now().getTime() + 86_400_000)
  const consent = await giveConsent(services(), { ...given, subject: spouse, endsAt })
  const seen = { subjects: [hashOfSubject(personalData, spouse)], cases: ['case-11'] }
  const withdrawing = await database.asSystem(jurisdiction, async (tx) => {
    expect(await listConsentsFor(tx, jurisdiction, seen)).toHaveLength(1)
    const begun = withdrawConsent(services(), consent, { system: 'test' })
    expect(await Promise.race([begun, wait(200, 'waits')])).toBe('waits')
    return { begun }
  })
  expect(await withdrawing.begun).toBe(true)
})

test('values are forgotten after three days; that they were looked at is not', async () => {
  const { lookUp: id } = await lookUp(services(), houseOf(owner))
  minutes(3 * 24 * 60 + 1)
  await sweep()
  expect((await collectAnswer(services(), id))?.kind).toBe('forgotten')
  expect((await listLooksAtSubject(services(), owner)).some((look) => look.lookUp === id)).toBe(true)
  world.clock.set(monday)
})

test('somebody else’s database: a column of another name is a wrong answer, a held table is not waited for, a closed door waits', async () => {
  const ask = houseOf(tenant, { dataset: 'household-registration', fields: ['name', 'registered-village'] })
  await departments.order({ connector: 'gongan-renkou', behave: 'schema' })
  expect(await lookUp(services(), ask)).toMatchObject({ kind: 'wrong-answer', reason: 'unreadable' })
  await departments.order({ connector: 'gongan-renkou', behave: 'well' })
  await departments.order({ connector: 'gongan-renkou', behave: 'slow', milliseconds: 1500 })
  expect(await lookUp(services(), ask)).toMatchObject({ kind: 'waiting', reason: 'timeout' })
  await departments.order({ connector: 'gongan-renkou', behave: 'down' })
  expect(await lookUp(services(), ask)).toMatchObject({ kind: 'waiting', reason: 'unreachable' })
})

test('a table that nobody handed over makes the case wait', async () => {
  const ask = houseOf(tenant, { dataset: 'disability-certificate', fields: ['disability-grade'] })
  expect(await lookUp(services(), ask)).toMatchObject({ kind: 'waiting', reason: 'no-table' })
})
