import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readerOf, residentActor } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, unwrap } from '#platform/kernel/result.ts'
import { type Decision, runCommand } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Show } from './commands/show.ts'
import { credentialCounty } from './fixtures-county.ts'
import { decideIssue, decideShowing, decideStanding, decideWithdrawal, findCredential, type Issue } from './index.ts'

const resident = '01890000-0000-7000-8000-00000000aaaa' as PersonId
const other = '01890000-0000-7000-8000-00000000bbbb' as PersonId
const holder = readerOf(resident)
const values = { name: '吴𬭎萍', 'identity-number': '331199199001010020', finding: 'none' }
const minute = 60_000
const day = 24 * 60 * minute
const begin = new Date('2026-03-02T09:00:00+08:00')

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform({ scenarios: [], county: credentialCounty, now: begin })
})
afterAll(() => test.close())

describe('a certificate', () => {
  it('is issued once however often it is asked for, on the record without what it says', async () => {
    const key = 'same'
    const [first, again] = [await issue({}, key), await issue({}, key)]
    expect(again).toEqual(first)
    const rows = await test.database.asOwner<{ body: string }>('select body::text from journal.payload')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('吴𬭎萍')
  })

  it('lies in the tables without its holder’s name or number', async () => {
    await issue()
    const [row] = await test.database.asOwner<{ all: string }>(
      `select string_agg(c::text || encode(c.document, 'escape'), '') as all from credentials.credential c`,
    )
    expect(row?.all).not.toContain('331199199001010020')
    expect(row?.all).not.toContain(Buffer.from('吴𬭎萍').toString('base64url').slice(0, 6))
  })

  it('of an unknown type, or with contents that do not fit, is refused', async () => {
    expect(await tryIssue({ type: 'nothing' })).toMatchObject({
      ok: false,
      refusal: { code: 'credentials.type.unknown' },
    })
    const wrong = await tryIssue({ values: { ...values, 'identity-number': '331199199001010021' } })
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'credentials.fields.invalid' } })
    expect(JSON.stringify(wrong)).toContain('公民身份号码')
  })

  it('is seen by its holder and its issuer, and by no other resident', async () => {
    const { credential } = await issue()
    const seenBy = (organisations: readonly string[], asResident = false) =>
      test.database.transaction(
        {
          jurisdiction: test.platform.services.jurisdiction,
          organisations: organisations as never,
          resident: asResident,
        },
        (tx) => findCredential(tx, test.platform.services.jurisdiction, credential),
      )
    expect(await seenBy([holder], true)).toBeDefined()
    expect(await seenBy(['jiaotong'])).toBeDefined()
    expect(await seenBy([readerOf(other)], true)).toBeUndefined()
    expect(await seenBy(['fagai'])).toBeUndefined()
  })
})

describe('what a holder shows', () => {
  it('is verified by its code, with the chosen fields alone, and the holder sees who did', async () => {
    const { credential } = await issue()
    const { code } = await show({ credential, fields: ['name'] })
    const { body } = await verify({ text: `https://x.example/verify#${code}`, verifier: '遂昌农商银行' })
    expect(body).toMatchObject({ state: 'valid', heading: { title: '无房证明', sample: true } })
    expect(body.disclosed.map(({ value }: { value: string }) => value)).toEqual(['吴𬭎萍', '无房屋登记记录'])
    const again = await verify({ text: code })
    expect(again.body.notes.map(({ zh }: { zh: string }) => zh).join()).toContain('此前已被核验 1 次')
  })

  it('as a text is verified without a line too, until its time is over or it is taken back', async () => {
    const { credential } = await issue()
    const until = new Date(test.clock.now().getTime() + 2 * day)
    const { text, showing } = await show({ credential, fields: [], way: 'link', until })
    expect((await verify({ text })).body.state).toBe('valid')
    expect((await verify({ text: altered(text) })).body.state).toMatch(/altered|forged/)
    unwrap(await asHolder((tx, call) => decideWithdrawal(services(), tx, call, { holder, showing })))
    expect((await verify({ text })).body).toMatchObject({ state: 'show-expired', disclosed: [] })
  })

  it('by a code is over after minutes', async () => {
    const { credential } = await issue()
    const { code } = await show({ credential, fields: ['name'] })
    test.clock.set(new Date(test.clock.now().getTime() + 5 * minute))
    expect((await verify({ text: code })).body).toMatchObject({ state: 'show-expired', disclosed: [] })
  })

  it('is refused of a document that is another’s, is no longer valid, or lacks the field', async () => {
    const { credential } = await issue()
    const tried = (changes: Partial<Show>) => tryShow({ credential, fields: ['name'], ...changes })
    expect(await tried({ holder: readerOf(other) })).toMatchObject({ refusal: { code: 'record.unknown' } })
    expect(await tried({ fields: ['salary'] })).toMatchObject({
      refusal: { code: 'credentials.showing.field-unknown' },
    })
    expect(await tried({ way: 'link' })).toMatchObject({ refusal: { code: 'credentials.showing.too-long' } })
    await stand(credential, 'suspend')
    expect(await tried({})).toMatchObject({ refusal: { code: 'credentials.showing.not-valid' } })
  })

  it('after a turn of the keys what was issued before can still be shown and verified', async () => {
    const { credential } = await issue()
    for (const purpose of ['credentials', 'wallet'] as const) services().crypto.rotate(purpose, 'SM2', test.clock.now())
    const { code } = await show({ credential, fields: ['name'] })
    expect((await verify({ text: code })).body.state).toBe('valid')
  })
})

describe('its standing', () => {
  it('is suspended, resumed and revoked, which verifiers hear at once, and a revoked one stays so', async () => {
    const { credential } = await issue()
    const { code } = await show({ credential, fields: ['name'] })
    const state = async () => (await verify({ text: code })).body.state
    await stand(credential, 'suspend')
    expect(await state()).toBe('suspended')
    await stand(credential, 'resume')
    expect(await state()).toBe('valid')
    await stand(credential, 'revoke')
    expect(await state()).toBe('revoked')
    expect(await tryStand(credential, 'resume')).toMatchObject({ refusal: { code: 'credentials.standing.other' } })
  })

  it('ends by itself at the end of its validity, and the record tells of the instant', async () => {
    const { credential } = await issue()
    const { text } = await show({
      credential,
      fields: [],
      way: 'link',
      until: new Date(test.clock.now().getTime() + 60 * day),
    })
    await test.passTo(new Date('2026-04-02T10:00:00+08:00'))
    expect((await verify({ text })).body.state).toBe('expired')
    const [entry] = await test.database.asOwner<{ at: Date }>(
      `select at from journal.entry where stream = 'credentials.credential/${credential}' and kind = 'credentials.credential.expired'`,
    )
    expect(entry?.at.toISOString()).toBe('2026-03-31T16:00:00.000Z')
  })
})

describe('anybody', () => {
  it('gets the keys and the signed list of a month', async () => {
    const keys = await test.nobody.call('GET', '/credentials/keys')
    expect(keys.body).toMatchObject({ format: 'xianqu credential keys 1', issuer: 'urn:xianqu:331199' })
    const list = await test.nobody.call('GET', '/credentials/status-lists/2026-03')
    expect(list.body.text.split('.')).toHaveLength(3)
    expect((await test.nobody.call('GET', '/credentials/status-lists/x')).status).toBe(422)
  })

  it('is told plainly that something is no credential, and may not ask without end', async () => {
    expect((await verify({ text: 'hello' })).body.state).toBe('unreadable')
    expect((await verify({})).status).toBe(422)
    const answers = await Promise.all(Array.from({ length: 70 }, () => verify({ text: 'hello' })))
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(5)
  })
})

const services = () => test.platform.services
const verify = (input: object) => test.nobody.call('POST', '/credentials/verification', input)

type Decide<T> = Parameters<typeof runCommand<T>>[2]
type Call = { readonly actor: ReturnType<typeof residentActor>; readonly now: Date }

function asHolder<T>(decide: (tx: Transaction, call: Call) => ReturnType<Decide<T>>, key: string = randomUUID()) {
  const { jurisdiction, database } = services()
  const actor = residentActor({ jurisdiction, id: resident, name: '吴丽萍' })
  const now = test.clock.now()
  const scope = { jurisdiction, organisations: 'all' } as const
  return runCommand<T>(database, { actor, scope, key, route: 'test', input: {}, now }, (tx) =>
    decide(tx, { actor, now }),
  )
}

const tryIssue = (changes: Partial<Issue> = {}, key?: string) =>
  asHolder((tx, call) => decideIssue(services(), tx, call, { type: 'no-house', holder, values, ...changes }), key)
const issue = async (changes: Partial<Issue> = {}, key?: string) => unwrap(await tryIssue(changes, key))
const tryShow = (one: Partial<Show>) =>
  asHolder((tx, call) => decideShowing(services(), tx, call, { holder, way: 'code', ...one } as Show))
const show = async (one: Partial<Show>) => unwrap(await tryShow(one))
const tryStand = (credential: string, change: 'suspend' | 'resume' | 'revoke') =>
  asHolder<unknown>(
    (tx, call) =>
      decideStanding(services(), tx, call, { credential, change, reason: '核查', may: () => ok(true) }) as Promise<
        ReturnType<typeof ok<Decision<unknown>>>
      >,
  )
const stand = async (...one: Parameters<typeof tryStand>) => unwrap(await tryStand(...one))

/** With one character of the payload changed for another. */
function altered(text: string): string {
  const at = text.indexOf('.') + 20
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
}
