import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkDigitOf } from '#platform/kernel/personal/index.ts'
import { lookUpSweep } from '#platform/server/data-hub/index.ts'
import type { TestPlatform } from '#platform/testing/platform.ts'
import { type MattersWorld, openMattersWorld, rent, rowsOf as rows, tenants } from './fixtures/world.ts'

let here: MattersWorld
let world: TestPlatform
let departments: MattersWorld['departments']

beforeAll(async () => {
  here = await openMattersWorld()
  world = here.world
  departments = here.departments
})
afterAll(() => here?.close())
beforeEach(async () => {
  world.clock.set(new Date(world.clock.now().getTime() + 3_600_000))
  await departments.mend()
})
const resident = (row: Parameters<MattersWorld['resident']>[0]) => here.resident(row)
const nextTenant = () => here.nextTenant()

describe('a tenant with no house', () => {
  test('withdraws his provident fund at once, and is asked for no certificate', async () => {
    const client = await nextTenant()
    const submitted = await client.call('POST', '/portal/cases', rent)
    expect(submitted.body).toMatchObject({ state: 'granted' })
    const { body } = await client.call('GET', `/portal/cases/${submitted.body.case}`)
    expect(body.materials.map(({ state }: { state: string }) => state)).toEqual(['absent', 'brought', 'brought'])
    expect(body.why).toMatchObject({ rule: 'rent-withdrawal', conclusion: 'grant' })
    expect(body.matter.english).toBe('Withdraw provident fund to pay rent')
    expect(body.remedyEnglish).toContain('within sixty days')
    expect(body.outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['notice', 'transfer'])
    expect(body.saved).toEqual({ trips: 3, papers: 3, minutes: 240 })
  })

  test('is paid once, however often the order is sent, and sees the reference of the bank', async () => {
    const client = await nextTenant()
    await departments.order({ connector: 'bank', behave: 'down' })
    const { body } = await client.call('POST', '/portal/cases', rent)
    const transfer = async () =>
      (await client.call('GET', `/portal/cases/${body.case}`)).body.outcomes.find(
        (one: { outcome: string }) => one.outcome === 'transfer',
      )
    await world.passTo(world.clock.now())
    expect(await transfer()).toMatchObject({ state: 'ordered', reference: null })
    await departments.order({ connector: 'bank', behave: 'twice', times: 1 })
    for (let turn = 0; turn < 4; turn += 1) await world.passTo(new Date(world.clock.now().getTime() + 600_000))
    expect(await transfer()).toMatchObject({ state: 'done', reference: expect.stringMatching(/^B[0-9A-F]{16}$/) })
    await world.passTo(new Date(world.clock.now().getTime() + 300_000))
    const paid = (await departments.payments()).filter(({ key }) => key.startsWith(body.case))
    expect(paid).toHaveLength(1)
  })

  test('asks twice and is paid once: the second request finds that the year is not over', async () => {
    const client = await nextTenant()
    expect((await client.call('POST', '/portal/cases', rent)).body.state).toBe('granted')
    const again = await client.call('POST', '/portal/cases', rent)
    expect(again.body.state).toBe('rejected')
  })

  test('sends the same request five times at once and has one case', async () => {
    const client = await nextTenant()
    const key = 'k-five'
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => client.call('POST', '/portal/cases', rent, key)))
    expect(new Set(answers.map(({ body }) => body.case)).size).toBe(1)
    expect((await client.call('GET', '/portal/cases')).body.cases).toHaveLength(1)
  })

  test('whose department is down loses nothing: the case waits, the department answers, the money goes out', async () => {
    const client = await nextTenant()
    await departments.order({ connector: 'zhujian-zulin', behave: 'down' })
    const submitted = await client.call('POST', '/portal/cases', rent)
    expect(submitted.body.state).toBe('gathering')
    const waiting = await client.call('GET', `/portal/cases/${submitted.body.case}`)
    expect(waiting.body).toMatchObject({ may: ['supply', 'withdraw'], waitsForApplicant: true })
    await departments.order({ connector: 'zhujian-zulin', behave: 'well' })
    world.clock.set(new Date(world.clock.now().getTime() + 90_000))
    await lookUpSweep(world.platform.services).once(world.clock.now(), 50)
    await world.passTo(world.clock.now())
    expect((await client.call('GET', `/portal/cases/${submitted.body.case}`)).body.state).toBe('granted')
  })

  test('may hand in the paper himself; then a person judges, for a rule cannot read paper', async () => {
    const client = await nextTenant()
    await departments.order({ connector: 'zhujian-zulin', behave: 'down' })
    const { body } = await client.call('POST', '/portal/cases', rent)
    const file = await client.upload('租赁合同.pdf', '%PDF-1.7 租赁合同', undefined, '/portal/files')
    const supplied = await client.call('POST', `/portal/cases/${body.case}/materials`, {
      material: 'lease',
      files: [file.body.file],
    })
    expect(supplied.body).toMatchObject({ state: 'gathering' })
    const after = await client.call('GET', `/portal/cases/${body.case}`)
    expect(after.body).toMatchObject({ state: 'handling', why: { conclusion: 'refer' } })
    const clerk = await world.as('fund')
    const queue = await clerk.call('GET', '/cases/queue')
    expect(queue.body.steps.map((one: { case: string }) => one.case)).toContain(body.case)
    const refused = await clerk.call('POST', `/cases/${body.case}/steps/review/refusal`, { reason: '合同未备案' })
    expect(refused.body).toMatchObject({ state: 'rejected' })
    const told = await client.call('GET', `/portal/cases/${body.case}`)
    expect(told.body).toMatchObject({ reason: '合同未备案' })
    expect(told.body.remedy).toContain('行政复议')
    const head = await world.as('fundhead')
    expect((await head.call('POST', `/cases/${body.case}/reopening`, { reason: '复议决定撤销' })).body.state).toBe(
      'handling',
    )
  })
})

describe('the queue of a bureau', () => {
  test('is read a page at a time, most urgent first: nothing twice, nothing left out', async () => {
    await departments.order({ connector: 'zhujian-zulin', behave: 'down' })
    const others = rows('tenancy-contracts').filter((row) => !tenants.includes(row))
    for (const row of others.slice(-2)) {
      const client = await resident(row)
      const { body } = await client.call('POST', '/portal/cases', rent)
      const { body: lease } = await client.upload('租赁合同.pdf', '%PDF-1.7 租赁合同', undefined, '/portal/files')
      await client.call('POST', `/portal/cases/${body.case}/materials`, { material: 'lease', files: [lease.file] })
    }
    const clerk = await world.as('fund')
    const { body: all } = await clerk.call('GET', '/cases/queue')
    expect(all.steps.length).toBeGreaterThanOrEqual(2)
    expect(all.next).toBeNull()
    const read = []
    let after = ''
    for (let next: string | null = null; read.length === 0 || next; after = `&after=${next}`) {
      const { body } = await clerk.call('GET', `/cases/queue?limit=1${after}`)
      read.push(...body.steps)
      next = body.next
    }
    expect(read).toEqual(all.steps)
    expect((await clerk.call('GET', '/cases/queue?after=queue')).status).toBe(422)
  })
})

describe('somebody else', () => {
  test('sees nothing of a case that is not theirs: neither another resident nor an office that has no part in it', async () => {
    const client = await nextTenant()
    const { body } = await client.call('POST', '/portal/cases', rent)
    const other = await nextTenant()
    expect((await other.call('GET', `/portal/cases/${body.case}`)).status).toBe(404)
    expect((await other.call('POST', `/portal/cases/${body.case}/withdrawal`, { reason: '不办了' })).status).toBe(404)
    expect((await (await world.as('minzheng')).call('GET', `/cases/${body.case}`)).status).toBe(404)
    expect((await (await world.as('fund')).call('GET', `/cases/${body.case}`)).status).toBe(200)
    expect((await client.call('GET', `/cases/${body.case}`)).status).toBe(403)
    expect((await world.nobody.call('GET', `/portal/cases/${body.case}`)).status).toBe(401)
  })
})

describe('a newborn', () => {
  test('is registered first, then three departments work side by side, and what one lacks stops that one alone', async () => {
    const birth = rows('birth-certificate')[0] ?? {}
    const mother = rows('household-registration').find(
      (row) => row['identity-number'] === birth['mother-identity-number'],
    )
    const client = await resident(mother ?? {})
    const form = {
      'child-name': '新宝',
      'child-sex': 'female',
      'child-born-on': '2026-02-01',
      'registered-address': '大柘镇大田村',
      'contact-phone': '13800000001',
    }
    const { body } = await client.call('POST', '/portal/cases', { matter: 'newborn', form })
    expect(body.state).toBe('handling')
    const act = async (login: string, step: string, what: string, input: object = {}) =>
      (await world.as(login)).call('POST', `/cases/${body.case}/steps/${step}/${what}`, input)
    expect((await act('renshe', 'card', 'completion')).body.code).toBe('casework.step.not-open')
    expect((await act('renshe', 'household', 'completion')).body.code).toBe('casework.step.other-unit')
    const gives = { 'new-identity-number': '331199202602010028', 'new-household-number': '330001' }
    await act('gongan', 'household', 'completion', { gives })
    await act('renshe', 'card', 'correction-request', { list: ['请补充宝宝照片'] })
    await act('yibao', 'medical', 'completion')
    await act('weijian', 'vaccination', 'completion')
    const { body: midway } = await client.call('GET', `/portal/cases/${body.case}`)
    expect(midway.steps.map(({ state }: { state: string }) => state)).toEqual([
      'done',
      'correcting',
      'done',
      'done',
      'waiting',
    ])
    await client.call('POST', `/portal/cases/${body.case}/corrections`, { step: 'card', note: '已补', files: [] })
    await act('renshe', 'card', 'completion', { gives: { 'card-number': 'A12345678' } })
    const ended = await act('zhengwufuwu', 'post', 'completion', { gives: { 'tracking-number': 'SF0001' } })
    expect(ended.body.state).toBe('granted')
  })
})

describe('the one window', () => {
  test('takes the same case from the same person, who then sees it on the phone', async () => {
    const row = here.nextRow()
    const clerk = await world.as('window')
    const applicant = { kind: 'person', name: row.name, number: row['identity-number'] }
    const { body } = await clerk.call('POST', '/cases', { ...rent, applicant })
    expect(body.state).toBe('granted')
    expect((await clerk.call('GET', '/cases/taken')).body.cases.map((one: { case: string }) => one.case)).toContain(
      body.case,
    )
    const seen = await clerk.call('GET', `/cases/${body.case}`)
    expect(JSON.stringify(seen.body)).not.toContain(String(row['identity-number']))
    expect(seen.body.saved.trips).toBe(2)
    const client = await resident(row)
    expect((await client.call('GET', '/portal/cases')).body.cases).toHaveLength(1)
  })

  test('puts a name that it mistyped right by the card, once somebody looked again; the register’s name nobody changes', async () => {
    const clerk = await world.as('window')
    const row = here.nextRow()
    const take = (name: unknown, more: Record<string, unknown> = {}) =>
      clerk.call('POST', '/cases', {
        ...rent,
        applicant: { kind: 'person', name, number: row['identity-number'], ...more },
      })
    const mistyped = await take('错字')
    expect(mistyped.body.state).toBe('gathering')
    const { materials } = (await clerk.call('GET', `/cases/${mistyped.body.case}`)).body
    expect(JSON.stringify(materials)).toContain('姓名与申请人不同')
    await clerk.call('POST', `/cases/${mistyped.body.case}/withdrawal`, { reason: '姓名录错' })
    expect((await take(row.name)).body.code).toBe('residents.identity.otherwise')
    expect((await take(row.name, { rename: true })).body.state).toBe('granted')
    await resident(row)
    const known = await resident(rows('household-registration').at(-1) ?? {})
    const renamed = { kind: 'person', name: '冒名', number: known.number, rename: true }
    expect((await clerk.call('POST', '/cases', { ...rent, applicant: renamed })).body.code).toBe(
      'residents.identity.differs',
    )
  })

  test('gives whom no register knows to a person: no record is no answer, neither a death nor a household elsewhere', async () => {
    const seventeen = '33119919400101001'
    const applicant = { kind: 'person', name: '吴甲', number: seventeen + checkDigitOf(seventeen) }
    const form = { 'bank-account': '6217006000000011', 'contact-phone': '13800000001' }
    const clerk = await world.as('window')
    const { body } = await clerk.call('POST', '/cases', { matter: 'old-age-allowance', applicant, form })
    expect(body.state).toBe('handling')
    const { why } = (await clerk.call('GET', `/cases/${body.case}`)).body
    expect(why).toMatchObject({ conclusion: 'refer', reason: '数据不全，请人工核对' })
    expect(JSON.stringify(why.grounds)).toContain('户籍信息')
    expect(JSON.stringify(why.grounds)).not.toContain('household-registration')
  })

  test('lets units ask units without a trip, and keeps residents to those who sit at it', async () => {
    const unit = await world.as('minzheng')
    const form = { 'post-count': 2, 'application-reason': '乡镇民政助理', 'contact-phone': '13800000001' }
    const { body } = await unit.call('POST', '/cases', { matter: 'post-request', applicant: { kind: 'unit' }, form })
    expect(body.state).toBe('handling')
    expect(
      (await unit.call('GET', `/cases/${body.case}`)).body.steps.map((one: { state: string }) => one.state),
    ).toEqual(['open', 'open', 'waiting'])
    const asking = `/cases/${body.case}/steps/money/correction-request`
    await (await world.as('caizheng')).call('POST', asking, { list: ['经费来源'] })
    const answer = { step: 'money', note: '经费由本级财政负担' }
    const stranger = await world.as('fund')
    expect((await stranger.call('POST', `/cases/${body.case}/corrections`, answer)).status).toBe(404)
    expect((await unit.call('POST', `/cases/${body.case}/corrections`, answer)).status).toBe(200)
    const row = tenants[0] ?? {}
    const applicant = { kind: 'person', name: row.name, number: row['identity-number'] }
    expect((await unit.call('POST', '/cases', { ...rent, applicant })).status).toBe(403)
  })

  test('keeps what a clerk left half filled in: for that clerk alone, sealed, until it is handed in or the day is over', async () => {
    const [clerk, neighbour] = [await world.as('window'), await world.as('zhengwufuwu')]
    const [row = {}, other = {}] = rows('household-registration').slice(40)
    const applicant = { kind: 'person', name: String(row.name), number: String(row['identity-number']) }
    const path = '/window-drafts/rent-withdrawal'
    const half = { applicant, form: { 'bank-name': '遂昌农商银行' }, materials: {} }
    const leave = () => clerk.call('PUT', path, half)
    const left = async () => (await clerk.call('GET', path)).body.draft
    expect((await leave()).status).toBe(200)
    expect(await left()).toMatchObject({ ...half, applicant: { ...applicant, phone: '' } })
    expect((await neighbour.call('GET', path)).body).toEqual({ draft: null })
    expect((await neighbour.call('DELETE', path)).status).toBe(200)
    expect((await (await resident(other)).call('GET', path)).body.code).toBe('session.staff-only')
    expect((await clerk.call('PUT', path, { ...half, applicant: { kind: 'ghost' } })).status).toBe(422)
    const stored = () =>
      world.database.asOwner<{ sealed: Buffer }>('select sealed from casework.draft where until is not null')
    const [kept] = await stored()
    expect(kept?.sealed.includes(Buffer.from(applicant.number))).toBe(false)
    expect((await clerk.call('POST', '/cases', { matter: 'rent-withdrawal', applicant, form: rent.form })).status).toBe(
      200,
    )
    expect(await left()).toBeNull()
    await leave()
    expect(await left()).not.toBeNull()
    await world.passTo(new Date(world.clock.now().getTime() + 24 * 3_600_000))
    expect((await (await world.as('window')).call('GET', path)).body.draft).toBeNull()
    expect(await stored()).toEqual([])
    await leave()
    expect((await clerk.call('DELETE', path)).body).toEqual({ dropped: true })
    expect(await left()).toBeNull()
  })

  test('lets whoever comes back bring the paper there, answer what was asked and take it back; whoever only handles it may not', async () => {
    const clerk = await world.as('window')
    await departments.order({ connector: 'zhujian-zulin', behave: 'down' })
    const row = here.nextRow()
    const applicant = { kind: 'person', name: row.name, number: row['identity-number'] }
    const { body: taken } = await clerk.call('POST', '/cases', { ...rent, applicant })
    expect((await clerk.call('GET', `/cases/${taken.case}`)).body.may).toEqual(['supply', 'withdraw'])
    const paper = await clerk.upload('租赁合同.pdf', '%PDF-1.7 租赁合同')
    const hand = { material: 'lease', files: [paper.body.file] }
    expect((await clerk.call('POST', `/cases/${taken.case}/materials`, hand)).status).toBe(200)
    const bureau = await world.as('fund')
    expect((await bureau.call('GET', `/cases/${taken.case}`)).body.state).toBe('handling')
    await bureau.call('POST', `/cases/${taken.case}/steps/review/correction-request`, { list: ['租金发票'] })
    const { steps } = (await clerk.call('GET', `/cases/${taken.case}`)).body
    expect(steps[0]).toMatchObject({ state: 'correcting', may: ['correct'], asked: ['租金发票'] })
    const answer = { step: 'review', note: '当面补交' }
    const elsewhere = await bureau.call('POST', `/cases/${taken.case}/corrections`, answer)
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'casework.case.not-taken' } })
    expect((await clerk.call('POST', `/cases/${taken.case}/corrections`, answer)).status).toBe(200)
    expect((await clerk.call('POST', `/cases/${taken.case}/corrections`, answer)).status).toBe(409)
    expect((await clerk.call('POST', `/cases/${taken.case}/withdrawal`, { reason: '改为退休提取' })).body.state).toBe(
      'withdrawn',
    )
  })
})
