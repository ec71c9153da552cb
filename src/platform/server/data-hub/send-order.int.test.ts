import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Departments } from '#platform/server/departments/index.ts'
import { hubCounty, startHubDepartments } from '#platform/testing/hub-county.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { sendOrder } from './index.ts'

let world: TestPlatform
let departments: Departments

beforeAll(async () => {
  departments = await startHubDepartments()
  world = await testPlatform({ scenarios: [], county: hubCounty, placeOf: departments.placeOf })
})
afterAll(async () => {
  await world?.close()
  await departments?.stop()
})

const pay = (key: string, amountYuan = 1200.5, account = '33110001') =>
  sendOrder(world.platform.services, { connector: 'bank', path: '/transfers', body: { account, amountYuan }, key })
const paidUnder = async (key: string) => (await departments.payments()).filter((one) => one.key === key)

test('an order that is sent again under its key is done once, and gives the same reference', async () => {
  const first = await pay('once')
  expect(first).toMatchObject({ kind: 'taken' })
  expect(await Promise.all([pay('once'), pay('once')])).toEqual([first, first])
  expect(await paidUnder('once')).toHaveLength(1)
  expect(await pay('once', 9)).toMatchObject({ kind: 'refused', reason: '同一流水号的指令内容不同' })
})

test('what the bank does not take is refused with its reason, and paid nowhere', async () => {
  expect(await pay('wrong', 12, '33110000')).toEqual({
    ...{ kind: 'refused', reason: '账号不存在', code: 'account-unknown' },
  })
  expect(await paidUnder('wrong')).toHaveLength(0)
})

test('where the answer is lost nobody knows; sent again, it has been paid once', async () => {
  await departments.order({ connector: 'bank', behave: 'twice', times: 1 })
  expect(await pay('lost')).toEqual({ kind: 'unavailable', reason: 'unreachable' })
  expect(await pay('lost')).toMatchObject({ kind: 'taken' })
  expect(await paidUnder('lost')).toHaveLength(1)
})

test('a bank that is down or in trouble leaves the order to be sent later; a connector that is not there says so', async () => {
  await departments.order({ connector: 'bank', behave: 'down', times: 1 })
  expect(await pay('down')).toMatchObject({ kind: 'unavailable', reason: 'unreachable' })
  await departments.order({ connector: 'bank', behave: 'error', times: 1 })
  expect(await pay('down')).toMatchObject({ kind: 'unavailable', reason: 'failing' })
  expect(await paidUnder('down')).toHaveLength(0)
  const nowhere = { connector: 'nobody', path: '/', body: {}, key: 'x' }
  expect(await sendOrder(world.platform.services, nowhere)).toEqual({ kind: 'unavailable', reason: 'no-address' })
})
