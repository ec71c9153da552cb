import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { pagesOf, partOf, qrOn, rasterOf } from '#platform/testing/raster.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { certificatesCounty } from './fixtures/county.ts'
import { he, residentClient, wu } from './fixtures/people.ts'
import { scenario } from './scenario.ts'

let test: TestPlatform
let clerk: Client
let head: Client
let resident: Client
let other: Client
const values = { finding: 'none' }

beforeAll(async () => {
  test = await testPlatform({ scenarios: [scenario], county: certificatesCounty })
  clerk = await test.as('zhangwei')
  head = await test.as('zhoumin')
  const switched = await clerk.call('PUT', '/session/post', { post: 'jiaotong.clerk' })
  if (switched.status !== 200) throw new Error(JSON.stringify(switched.body))
  await issue()
  await issue({ holder: he })
  resident = await residentClient(test.url, wu.phone)
  other = await residentClient(test.url, he.phone)
})
afterAll(() => test.close())

const issue = (changes: object = {}, key?: string) =>
  clerk.call('POST', '/certificates', { type: 'no-house', holder: wu, values, ...changes }, key)
const issued = async () => (await issue()).body.credential as string
const show = (credential: string, body: object, by = resident) =>
  by.call('POST', `/portal/certificates/${credential}/showings`, { way: 'code', fields: [], ...body })
const verify = (body: object) => test.nobody.call('POST', '/credentials/verification', body)

describe('at the desk', () => {
  it('a clerk sees the forms of the own unit’s types alone', async () => {
    const { body } = await clerk.call('GET', '/certificate-types')
    expect(body.types.map(({ type }: { type: string }) => type)).toEqual(['no-house', 'road-permit'])
    expect(body.types[0].form.required).toContain('finding')
  })

  it('what is asked for twice is issued once', async () => {
    const [one, again] = [await issue({}, 'k-1'), await issue({}, 'k-1')]
    expect(one.status).toBe(200)
    expect(again.body).toEqual(one.body)
  })

  it('another unit’s type, a wrong card, a wrong code and missing fields are refused', async () => {
    const codes = await Promise.all([
      issue({ type: 'project-notice', holder: { kind: 'unit', number: '91330100799655058B' }, values: {} }),
      issue({ holder: { ...wu, number: '331199199001010021' } }),
      issue({ holder: { ...wu, name: '别人' } }),
      issue({ type: 'road-permit', holder: { kind: 'unit', number: '913301007996550580' }, values: {} }),
      issue({ values: {} }),
      issue({ type: 'none' }),
    ])
    expect(codes.map(({ body }) => body.code)).toEqual([
      'permission.reach',
      'residents.identity.malformed',
      'residents.identity.differs',
      'certificates.holder.missing',
      'credentials.fields.invalid',
      'credentials.type.unknown',
    ])
  })

  it('the card goes into the certificate, whatever was typed beside it', async () => {
    const { body } = await issue({ values: { ...values, name: '另一人' } })
    const { body: mine } = await resident.call('GET', `/portal/certificates/${body.credential}`)
    expect(mine.fields[0]).toMatchObject({ field: 'name', value: wu.name, chosen: true })
  })

  it('a unit gets its permit, found again by its credit code', async () => {
    const holder = { kind: 'unit', number: '91330100799655058B' }
    const { body } = await issue({ type: 'road-permit', holder, values: { 'enterprise-name': '遂昌路桥有限公司' } })
    const found = await clerk.call('GET', '/certificates?holder=91330100799655058b')
    expect(found.body.certificates).toMatchObject([{ credential: body.credential, holderName: '遂昌路桥有限公司' }])
  })

  it('an enterprise’s permit is shown by whoever represents it, for as long as they do, and by nobody else', async () => {
    const code = '91330100799655058B'
    const holder = { kind: 'unit', number: code }
    const { body } = await issue({ type: 'road-permit', holder, values: { 'enterprise-name': '遂昌路桥有限公司' } })
    const path = `/portal/certificates/${body.credential}`
    const boss = { kind: 'person', name: '兰小妹', number: '331199195005050021', phone: '13900003333' }
    const former = { kind: 'person', name: '何小根', number: '331199195005050048', phone: '13900004444' }
    for (const person of [boss, former]) await issue({ holder: person })
    for (const [{ name }, ended] of [[former, new Date()] as const, [boss, null] as const])
      await test.database.asOwner(
        `insert into residents.representation (jurisdiction_id, id, version, resident_id, code, name, began_at, confirmed_at, ended_at)
          select jurisdiction_id, id, 1, id, $1, '遂昌路桥有限公司', now(), now(), $3 from residents.resident where name = $2`,
        [code, name, ended],
      )
    const client = await residentClient(test.url, boss.phone)
    const { certificates } = (await client.call('GET', '/portal/certificates')).body
    expect(certificates.map(({ credential }: { credential: string }) => credential)).toContain(body.credential)
    const shown = await show(body.credential, {}, client)
    expect((await verify({ text: shown.body.text })).status).toBe(200)
    const withdrawn = await client.call('POST', `/portal/showings/${shown.body.showing}/withdrawal`)
    expect(withdrawn.status).toBe(200)
    for (const stranger of [resident, await residentClient(test.url, former.phone)])
      expect((await stranger.call('GET', path)).status).toBe(404)
  })

  it('certificates are found by number, holder, type and state, names masked', async () => {
    const { body } = await issue({ holder: he })
    const find = async (query: string) => (await clerk.call('GET', `/certificates?${query}`)).body.certificates
    expect(await find(`number=${body.number}`)).toMatchObject([{ holderName: '何**', state: 'valid' }])
    expect((await find(`holder=${he.number}`)).length).toBeGreaterThan(0)
    expect(await find('holder=331199199001010098')).toEqual([])
    expect(await find('state=expired')).toEqual([])
    expect(JSON.stringify(await find('type=no-house'))).not.toContain(wu.name)
  })

  it('the head suspends, resumes and revokes with a reason, which the clerk may not', async () => {
    const credential = await issued()
    const stand = (change: string, by = head) =>
      by.call('POST', `/certificates/${credential}/standing`, { change, reason: '信息有误，正在核查' })
    expect((await stand('revoke', clerk)).body.code).toBe('permission.missing')
    expect((await stand('suspend')).body.standing).toBe('suspended')
    expect((await show(credential, {})).body.code).toBe('credentials.showing.not-valid')
    expect((await head.call('GET', `/certificates/${credential}`)).body).toMatchObject({
      ...{ state: 'suspended', reason: '信息有误，正在核查', may: ['resume', 'revoke'] },
      fields: [{ value: '吴**' }, { value: '331199********0020' }, {}],
    })
    expect((await stand('resume')).body.standing).toBe('valid')
    expect((await stand('revoke')).body.standing).toBe('revoked')
    expect((await stand('resume')).body.code).toBe('credentials.standing.other')
  })
})

describe('on the phone', () => {
  it('a resident finds what was issued at the desk, and nobody else’s', async () => {
    const credential = await issued()
    const mine = await resident.call('GET', '/portal/certificates')
    expect(mine.body.certificates[0]).toMatchObject({ credential, title: '无房证明', holderName: wu.name })
    expect((await other.call('GET', '/portal/certificates')).body.certificates).not.toContainEqual(
      expect.objectContaining({ credential }),
    )
    for (const path of ['', '/paper'])
      expect((await other.call('GET', `/portal/certificates/${credential}${path}`)).body.code).toBe('record.unknown')
    expect((await show(credential, {}, other)).body.code).toBe('record.unknown')
  })

  it('shows the chosen fields by a code, and sees who verified it', async () => {
    const credential = await issued()
    const shown = await show(credential, { fields: ['name'] })
    const verdict = await verify({ text: shown.body.code, verifier: '县农商银行城关支行' })
    expect(verdict.body).toMatchObject({ state: 'valid', disclosed: [{ value: wu.name }, { value: '无房屋登记记录' }] })
    const { body } = await resident.call('GET', `/portal/certificates/${credential}`)
    expect(body.looks).toMatchObject([{ verifier: '县农商银行城关支行', state: 'valid', way: 'code' }])
  })

  it('shows for three days to one bank for one question, and takes it back', async () => {
    const credential = await issued()
    const until = new Date(test.clock.now().getTime() + 3 * 86_400_000).toISOString()
    const { body } = await show(credential, { way: 'link', until, audience: '农商银行', nonce: 'loan-7' })
    const ask = async (asked: object) => (await verify({ text: body.text, ...asked })).body.state
    expect(await ask({ audience: '农商银行', nonce: 'loan-7' })).toBe('valid')
    expect(await ask({ audience: '工商银行' })).toBe('other-audience')
    expect(await ask({ nonce: 'loan-8' })).toBe('replayed')
    expect((await resident.call('POST', `/portal/showings/${body.showing}/withdrawal`)).status).toBe(200)
    expect(await ask({})).toBe('show-expired')
    expect((await resident.call('POST', `/portal/showings/${body.showing}/withdrawal`)).body.code).toBe(
      'credentials.showing.ended',
    )
    expect((await other.call('POST', `/portal/showings/${body.showing}/withdrawal`)).body.code).toBe('record.unknown')
  })

  it('a showing without an end, or one beyond ninety days, is refused', async () => {
    const credential = await issued()
    const until = new Date(test.clock.now().getTime() + 91 * 86_400_000).toISOString()
    for (const body of [{ way: 'link' }, { way: 'link', until }])
      expect((await show(credential, body)).body.code).toBe('credentials.showing.too-long')
  })

  it('prints it: one page, whose code and attachment the platform verifies', async () => {
    const credential = await issued()
    const answer = await fetch(`${test.url}/api/portal/certificates/${credential}/paper`, {
      headers: { cookie: resident.cookie },
    })
    expect(answer.headers.get('content-type')).toContain('application/pdf')
    const pdf = Buffer.from(await answer.arrayBuffer())
    expect(await pagesOf(pdf)).toBe(1)
    const scanned = await verify({ text: qrOn(partOf(await rasterOf(pdf), [0.1, 0.7, 0.4, 0.95])) })
    expect(scanned.body).toMatchObject({ state: 'valid', credential })
    const brought = await verify({ pdf: pdf.toString('base64') })
    expect(brought.body).toMatchObject({ state: 'valid', credential, heading: { sample: true } })
    expect(brought.body.sentence.zh).toContain('签章完好')
    const changed = Buffer.from(pdf)
    changed[changed.indexOf('/Title')] = 0x20
    expect((await verify({ pdf: changed.toString('base64') })).body).toMatchObject({ state: 'altered', disclosed: [] })
    expect(scanned.body.notes.map(({ zh }: { zh: string }) => zh).join()).not.toContain('以这里为准')
    await head.call('POST', `/certificates/${credential}/standing`, { change: 'revoke', reason: '重复签发' })
    expect((await verify({ pdf: pdf.toString('base64') })).body.state).toBe('revoked')
  })
})
