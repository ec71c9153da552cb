import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addWorkingDays } from '#platform/kernel/working-time/index.ts'
import { outcomeSweep } from '#platform/server/casework/index.ts'
import { sendOrder } from '#platform/server/data-hub/index.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { invented, type MattersWorld, openMattersWorld, rent } from './fixtures/world.ts'

/* Money that the bank gives back (银行退回), over the real routes, a real PostgreSQL and the simulated bank in a process of its own. */

let here: MattersWorld

beforeAll(async () => {
  here = await openMattersWorld({ of: invented(400) })
})
afterAll(() => here?.close())
beforeEach(async () => {
  await here.departments.mend()
  await here.pass(60)
})

const unknown = '6217004000990000'
const good = '6217 0070 0099 0011'
const granted = async (client: Client, account = unknown): Promise<string> => {
  const asked = { ...rent, form: { ...rent.form, 'bank-account': account } }
  const { body } = await client.call('POST', '/portal/cases', asked)
  expect(body.state).toBe('granted')
  await here.pass(0)
  return body.case
}
const viewOf = async (client: Client, id: string) => (await client.call('GET', `/portal/cases/${id}`)).body
const transferOf = async (client: Client, id: string) =>
  (await viewOf(client, id)).outcomes.find((one: { outcome: string }) => one.outcome === 'transfer')
const correct = (client: Client, id: string, account: string, key?: string) =>
  client.call('POST', `/portal/cases/${id}/outcomes/transfer/account`, { account }, key)
const paidOf = async (id: string) => (await here.departments.payments()).filter(({ key }) => key.startsWith(id))
const entriesOf = async (id: string) =>
  (
    await here.world.database.asOwner<{ kind: string }>(
      `select kind from journal.entry where stream = $1 order by version`,
      [`casework.outcome/${id}.transfer`],
    )
  ).map(({ kind }) => kind.slice('casework.outcome.'.length))
const attemptsOf = async (id: string) => {
  const [row] = await here.world.database.asOwner<{ attempts: number }>(
    `select attempts from casework.outcome where case_id = $1 and outcome = 'transfer'`,
    [id],
  )
  return row?.attempts
}
const owedFor = (id: string) =>
  here.world.database.asOwner<{
    state: string
    kind: string
    debtor_organisation: string
    opened_at: Date
    due_at: Date
  }>('select state, kind, debtor_organisation, opened_at, due_at from obligations.obligation where subject = $1', [
    `casework.outcome/${id}.transfer`,
  ])

describe('a payment that the bank gives back', () => {
  test('is not sent again; its applicant reads why and what to do, and the authority owes it with a clock', async () => {
    const client = await here.nextTenant()
    const id = await granted(client)
    await here.pass(24 * 60)
    expect(await attemptsOf(id)).toBe(1)
    expect(await viewOf(client, id)).toMatchObject({ state: 'granted', returned: true, waitsForApplicant: true })
    expect(await transferOf(client, id)).toMatchObject({
      ...{ state: 'returned', returned: 'account-unknown', account: '************0000', may: ['correct-account'] },
    })
    const { story } = await viewOf(client, id)
    expect(story.at(-1)).toMatchObject({
      ...{ words: '银行退回：提取款划转，银行没有这个账户，等更正收款账户', by: '系统', byEnglish: 'The system' },
      english: 'Given back by the bank: 提取款划转, for the bank knows no such account; another account is waited for',
    })
    expect(story[0]).toMatchObject({ english: 'Asked for, and registered', byEnglish: 'The applicant' })
    expect(await owedFor(id)).toMatchObject([{ state: 'open', debtor_organisation: 'gongjijin' }])
    await here.world.derive()
    const told = (await client.call('GET', '/portal/notices')).body.notices[0]
    expect(told).toMatchObject({ link: `/portal/cases/${id}` })
    expect(told.zh).toContain('款项被银行退回：银行没有这个账户')
    const [line] = (await client.call('GET', '/portal/cases')).body.cases
    expect(line).toMatchObject({ case: id, returned: true, waitsForApplicant: true })
    expect(JSON.stringify(await here.world.database.asOwner('select body from journal.payload'))).not.toContain(unknown)
  })

  test.each([
    ['account-closed', '6217006000999998'],
    ['name-differs', '6217002000999997'],
  ])('says so where the bank answers %s', async (reason, account) => {
    const client = await here.nextTenant()
    expect(await transferOf(client, await granted(client, account))).toMatchObject({ returned: reason })
  })

  test('goes out to the account that is given, once, under a number that replaces the old one, which is never paid', async () => {
    const client = await here.nextTenant()
    const id = await granted(client)
    expect((await correct(client, id, good)).status).toBe(200)
    expect(await owedFor(id)).toMatchObject([{ state: 'answered' }])
    expect(await transferOf(client, id)).toMatchObject({
      state: 'ordered',
      account: '************0011',
      returned: null,
    })
    await here.pass(1)
    expect(await transferOf(client, id)).toMatchObject({ state: 'done', reference: expect.stringMatching(/^B/) })
    expect(await paidOf(id)).toMatchObject([
      { key: `${id}.transfer.2`, body: { account: '6217007000990011', replaces: `${id}.transfer` } },
    ])
    expect(await entriesOf(id)).toEqual(['returned', 'redirected', 'done'])
    const { services } = here.world.platform
    const old = { connector: 'bank', path: '/transfers', key: `${id}.transfer` }
    const body = { account: '6217007000990011', amountYuan: 1 }
    expect(await sendOrder(services, { ...old, body })).toMatchObject({ kind: 'refused' })
    expect(await paidOf(id)).toHaveLength(1)
  })

  test('can be given back again, and corrected again', async () => {
    const client = await here.nextTenant()
    const id = await granted(client)
    await correct(client, id, '6217006000999998')
    await here.pass(1)
    expect(await transferOf(client, id)).toMatchObject({ returned: 'account-closed', account: '************9998' })
    await correct(client, id, good)
    await here.pass(1)
    expect(await paidOf(id)).toMatchObject([{ key: `${id}.transfer.3` }])
    expect(await entriesOf(id)).toEqual(['returned', 'redirected', 'returned', 'redirected', 'done'])
  })
})

describe('a correction of the account', () => {
  test('that comes twice at once is taken once; asked again with its key, it is the same answer', async () => {
    const client = await here.nextTenant()
    const id = await granted(client)
    const both = await Promise.all([correct(client, id, good, 'one'), correct(client, id, '6217001000990022', 'two')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('casework.payment.not-returned')
    const taken = both[0].status === 200 ? (['one', good] as const) : (['two', '6217001000990022'] as const)
    expect((await correct(client, id, taken[1], taken[0])).status).toBe(200)
    await here.pass(5)
    expect(await paidOf(id)).toHaveLength(1)
    expect(await entriesOf(id)).toEqual(['returned', 'redirected', 'done'])
  })

  test('while the bank is being asked about the last one changes nothing, and neither does a second sweep beside it', async () => {
    const client = await here.nextTenant()
    const id = await granted(client)
    await correct(client, id, good)
    await here.departments.order({ connector: 'bank', behave: 'slow', milliseconds: 200, times: 2 })
    const { services } = here.world.platform
    const sweep = () => outcomeSweep(services).once(new Date(here.world.clock.now().getTime() + 300_000), 50)
    const [, , meanwhile] = await Promise.all([sweep(), sweep(), correct(client, id, '6217001000990022')])
    expect(meanwhile.body.code).toBe('casework.payment.not-returned')
    expect(await transferOf(client, id)).toMatchObject({ state: 'done', account: '************0011' })
    expect(await paidOf(id)).toHaveLength(1)
  })

  test('is refused for the account that the bank does not know, for what is no account, and for what was not given back', async () => {
    const client = await here.nextTenant()
    const id = await granted(client)
    expect((await correct(client, id, unknown)).body.code).toBe('casework.payment.same-account')
    expect((await correct(client, id, '12ab')).status).toBe(422)
    const mistyped = await correct(client, id, '6217 0070 0099 0012')
    expect(mistyped.body.code).toBe('casework.payment.account-invalid')
    const well = await here.nextTenant()
    const paid = await granted(well, '6217009000990033')
    expect((await correct(well, paid, good)).body.code).toBe('casework.payment.not-returned')
    const nothing = `/portal/cases/${paid}/outcomes/nothing/account`
    expect((await well.call('POST', nothing, { account: good })).body.code).toBe('casework.payment.not-returned')
  })

  test('is not for another resident, nor for an office that did not take the case', async () => {
    const id = await granted(await here.nextTenant())
    expect((await correct(await here.nextTenant(), id, good)).body.code).toBe('record.unknown')
    const path = `/cases/${id}/outcomes/transfer/account`
    const fund = await here.world.as('fund')
    expect((await fund.call('POST', path, { account: good })).body.code).toBe('casework.case.not-taken')
    const stranger = await here.world.as('minzheng')
    expect((await stranger.call('POST', path, { account: good })).body.code).toBe('record.unknown')
    expect(await entriesOf(id)).toEqual(['returned'])
  })

  test('is taken at the window that took the case; the office that grants sees that it waits', async () => {
    const clerk = await here.world.as('window')
    const row = here.nextRow()
    const applicant = { kind: 'person', name: row.name, number: row['identity-number'] }
    const form = { ...rent.form, 'bank-account': unknown }
    const { body } = await clerk.call('POST', '/cases', { matter: 'rent-withdrawal', applicant, form })
    await here.pass(0)
    const fund = await here.world.as('fund')
    const seen = (await fund.call('GET', `/cases/${body.case}`)).body
    expect(seen).toMatchObject({ returned: true })
    expect(seen.outcomes.flatMap(({ may }: { may: string[] }) => may)).toEqual([])
    const [line] = (await clerk.call('GET', `/cases/taken?number=${body.number}`)).body.cases
    expect(line.returned).toBe(true)
    const path = `/cases/${body.case}/outcomes/transfer/account`
    expect((await clerk.call('POST', path, { account: good })).status).toBe(200)
    await here.pass(1)
    expect(await paidOf(body.case)).toHaveLength(1)
  })
})

describe('where the bank is in doubt', () => {
  test('silence is asked again under the same number, also after a correction, and a lost answer pays once', async () => {
    const client = await here.nextTenant()
    const id = await granted(client)
    await here.departments.order({ connector: 'bank', behave: 'error' })
    await correct(client, id, good)
    await here.pass(1)
    expect(await transferOf(client, id)).toMatchObject({ state: 'ordered' })
    await here.departments.mend()
    await here.departments.order({ connector: 'bank', behave: 'twice', times: 2 })
    for (let turn = 0; turn < 5; turn += 1) await here.pass(10)
    expect(await transferOf(client, id)).toMatchObject({ state: 'done' })
    expect(await paidOf(id)).toMatchObject([{ key: `${id}.transfer.2` }])
  })

  test('a payment under the old number that went out after all is the payment: the new one is never sent', async () => {
    const client = await here.nextTenant()
    await here.departments.order({ connector: 'bank', behave: 'twice', times: 1 })
    const id = await granted(client, '6217003000990044')
    expect(await transferOf(client, id)).toMatchObject({ state: 'ordered' })
    await here.world.database.asOwner(
      `update casework.outcome set state = 'returned', trouble = 'name-differs', next_at = null where case_id = $1 and outcome = 'transfer'`,
      [id],
    )
    expect((await correct(client, id, good)).status).toBe(200)
    await here.pass(10)
    expect(await transferOf(client, id)).toMatchObject({ state: 'done' })
    expect(await paidOf(id)).toMatchObject([{ key: `${id}.transfer` }])
  })
})

describe('a payment that the bank does not take, for a reason that no account mends', () => {
  const suspended = '6217001000019996'
  const reason = '银行答复次日恢复入账'
  const reorder = (client: Client, id: string, key?: string) =>
    client.call('POST', `/cases/${id}/outcomes/transfer/order`, { reason }, key)

  test('is not sent again by itself; the authority reads what the bank said, and owes it with a shorter clock', async () => {
    const client = await here.nextTenant()
    const id = await granted(client, suspended)
    for (let turn = 0; turn < 3; turn += 1) await here.pass(10)
    expect(await transferOf(client, id)).toMatchObject({ state: 'failed', may: [], said: '收款银行当日暂停入账' })
    expect(await entriesOf(id)).toEqual(['failed'])
    const [owed] = await owedFor(id)
    expect(owed).toMatchObject({ state: 'open', kind: 'case-payment-failed', debtor_organisation: 'gongjijin' })
    const { calendar } = here.world.platform.services.rules()
    expect(owed?.due_at.getTime()).toBe(addWorkingDays(calendar, owed?.opened_at.getTime() ?? 0, 2).at)
    expect(await correct(client, id, good)).toMatchObject({ body: { code: 'casework.payment.not-returned' } })
  })

  test('is ordered anew by whoever answers for payments there, once, under a number that replaces the old one', async () => {
    const client = await here.nextTenant()
    const id = await granted(client, '6217005000029996')
    const paymaster = await here.world.as('paymaster')
    expect((await paymaster.call('GET', `/cases/${id}`)).body.outcomes).toContainEqual(
      expect.objectContaining({ outcome: 'transfer', may: ['reorder'] }),
    )
    const both = await Promise.all([reorder(paymaster, id, 'one'), reorder(paymaster, id, 'two')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await reorder(paymaster, id, both[0].status === 200 ? 'one' : 'two')).status).toBe(200)
    expect(await owedFor(id)).toMatchObject([{ state: 'answered' }])
    await here.pass(1)
    expect(await transferOf(client, id)).toMatchObject({ state: 'done', said: null })
    expect(await paidOf(id)).toMatchObject([{ key: `${id}.transfer.2`, body: { replaces: `${id}.transfer` } }])
    expect(await entriesOf(id)).toEqual(['failed', 'reordered', 'done'])
    expect((await viewOf(client, id)).story.at(-2).words).toContain(reason)
    expect((await reorder(paymaster, id)).body.code).toBe('casework.payment.not-failed')
  })

  test('is not for the clerk who decides, for the paymaster of another office, without a reason, or before it failed', async () => {
    const client = await here.nextTenant()
    const id = await granted(client, '6217000000039996')
    expect((await reorder(await here.world.as('fund'), id)).body.code).toBe('permission.missing')
    expect((await reorder(await here.world.as('otherpaymaster'), id)).body.code).toBe('record.unknown')
    const paymaster = await here.world.as('paymaster')
    const path = `/cases/${id}/outcomes/transfer/order`
    expect((await paymaster.call('POST', path, { reason: '' })).status).toBe(422)
    const other = await granted(await here.nextTenant())
    expect((await reorder(paymaster, other)).body.code).toBe('casework.payment.not-failed')
    expect(await entriesOf(id)).toEqual(['failed'])
  })

  test('and that went out under its first number after all is never paid under a later one', async () => {
    const client = await here.nextTenant()
    await here.departments.order({ connector: 'bank', behave: 'twice', times: 1 })
    const id = await granted(client, '6217003000990044')
    const mark = (state: string, trouble: string) =>
      here.world.database.asOwner(
        `update casework.outcome set state = $2, trouble = $3, payment = 3, next_at = null
          where case_id = $1 and outcome = 'transfer'`,
        [id, state, trouble],
      )
    await mark('failed', 'casework.payment.refused')
    expect((await reorder(await here.world.as('paymaster'), id)).status).toBe(200)
    await here.pass(10)
    expect(await transferOf(client, id)).toMatchObject({ state: 'done' })
    expect(await paidOf(id)).toMatchObject([{ key: `${id}.transfer` }])
  })
})
