import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base32 } from '@better-auth/utils/base32'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JurisdictionId, PersonId, PostId } from '#platform/kernel/ids.ts'
import { unwrap } from '#platform/kernel/result.ts'
import { type Database, openDatabase } from '#platform/server/database/index.ts'
import { applyTestCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import { rememberingHasher } from '#platform/testing/remembering-hasher.ts'
import { findActor } from '../actor-store.ts'
import { carryOut, decideDelegation } from '../commands/index.ts'
import { cookieFor } from './cookie.ts'
import { codeAt } from './one-time-code.ts'
import { openSignIn, type SignIn } from './open-sign-in.ts'

const jurisdiction = '331199' as JurisdictionId
const start = new Date('2026-11-22T01:00:00Z')
const origin = { address: '10.0.0.7', device: 'Edge' }
const admin = { system: 'test' } as const
const password = 'Abcdef-1234'

let database: TestDatabase
let credentials: Database
let people: Map<string, PersonId>
let now = start
let door: SignIn

beforeAll(async () => {
  database = await testDatabase()
  credentials = openDatabase({ url: database.authUrl })
  const pack = await applyTestCounty(database, start)
  people = new Map(pack.people.map(({ login, id }) => [login, id]))
})
afterAll(async () => {
  await credentials.close()
  await database.close()
})
beforeEach(async () => {
  now = start
  door = newDoor()
  await database.asOwner('truncate auth.session, auth.former_password, auth.credential')
})

function newDoor(): SignIn {
  const clock = { now: () => now }
  return openSignIn({ database, credentials, jurisdiction, clock, key: Buffer.alloc(32, 7), hasher })
}

const hasher = rememberingHasher()

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const personOf = (login: string) => people.get(login) ?? ('' as PersonId)

async function activated(login: string, chosen = password): Promise<PersonId> {
  const { code } = unwrap(await door.issueActivation(personOf(login), admin))
  unwrap(await door.activate({ login, code, password: chosen, ...origin }))
  return personOf(login)
}

async function signedIn(login: string, at = door, given = password) {
  const answer = unwrap(await at.signIn({ login, password: given, ...origin }))
  if (answer.state !== 'signed-in') throw new Error(answer.state)
  const cookie = cookieFor(answer.token, false)
  const session = await at.resolveSession(cookie)
  if (!session) throw new Error('no session')
  return { cookie, session }
}

async function codeOf(answer: Promise<{ ok: boolean; refusal?: { code: string } }>) {
  return (await answer).refusal?.code ?? 'ok'
}

async function story(login: string) {
  const rows = await database.asOwner<{ kind: string }>(
    'select kind from journal.entry where stream = $1 order by version',
    [`identity.account/${personOf(login)}`],
  )
  return rows.map(({ kind }) => kind)
}

describe('an account', () => {
  test('cannot be signed in to before it is activated, and an activation code works once', async () => {
    expect(await codeOf(door.signIn({ login: 'zhangwei', password, ...origin }))).toBe('identity.sign-in.wrong')
    const { code } = unwrap(await door.issueActivation(personOf('zhangwei'), admin))
    const attempt = { login: 'zhangwei', code: code.toLowerCase(), password, ...origin }
    expect(await codeOf(door.activate(attempt))).toBe('ok')
    expect(await codeOf(door.activate({ ...attempt, password: 'Another-1234' }))).toBe('identity.activation.wrong')
    await signedIn('zhangwei')
  })

  test('cannot be activated with a code that is too old or with a weak password', async () => {
    const { code } = unwrap(await door.issueActivation(personOf('zhangwei'), admin))
    const attempt = { login: 'zhangwei', code, password, ...origin }
    expect(await codeOf(door.activate({ ...attempt, password: 'short' }))).toBe('identity.password.short')
    later(7 * 24 * 60)
    expect(await codeOf(door.activate(attempt))).toBe('identity.activation.wrong')
  })

  test('of an unknown login is answered like a wrong password', async () => {
    await activated('zhangwei')
    const wrong = await door.signIn({ login: 'zhangwei', password: 'Wrong-12345', ...origin })
    expect(await door.signIn({ login: 'nobody', password, ...origin })).toEqual(wrong)
  })

  test('leaves a record of sign-in, failure and sign-out that holds no secret', async () => {
    await activated('lixiaoyan')
    await door.signIn({ login: 'lixiaoyan', password: 'Wrong-12345', ...origin })
    const { session } = await signedIn('lixiaoyan')
    await door.signOut(session)
    expect((await story('lixiaoyan')).slice(-5)).toEqual([
      'identity.activation.issued',
      'identity.account.activated',
      'identity.sign-in.failed',
      'identity.signed-in',
      'identity.signed-out',
    ])
    const [record] = await database.asOwner<{ text: string }>(
      'select string_agg(body::text, chr(10)) as text from journal.payload',
    )
    expect(record?.text).not.toContain(password)
    expect(record?.text).not.toContain('Wrong-12345')
  })
})

describe('a lock', () => {
  test('comes of exactly five failures out of twenty that run side by side', async () => {
    await activated('wangjianguo')
    const attempt = { login: 'wangjianguo', password: 'Wrong-12345', ...origin }
    const answers = await Promise.all(Array.from({ length: 20 }, () => codeOf(door.signIn(attempt))))
    const count = (code: string) => answers.filter((answer) => answer === code).length
    expect([count('identity.sign-in.wrong'), count('identity.sign-in.locked')]).toEqual([5, 15])
    const kinds = await story('wangjianguo')
    expect(kinds.filter((kind) => kind === 'identity.sign-in.failed')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'identity.account.locked')).toHaveLength(1)
  })

  test('comes of exactly five failures in all where two processes are asked', async () => {
    await activated('chenshumin')
    const doors = [door, newDoor()]
    const attempt = { login: 'chenshumin', password: 'Wrong-12345', ...origin }
    const asked = Array.from({ length: 12 }, (_, index) => codeOf((doors[index % 2] ?? door).signIn(attempt)))
    const wrong = (await Promise.all(asked)).filter((code) => code === 'identity.sign-in.wrong')
    expect(wrong).toHaveLength(5)
  })

  test('does not come of a person who signs in on many screens at once', async () => {
    await activated('zhangwei')
    const attempt = { login: 'zhangwei', password, ...origin }
    const answers = await Promise.all(Array.from({ length: 8 }, () => codeOf(door.signIn(attempt))))
    expect(new Set(answers)).toEqual(new Set(['ok']))
  })

  test('holds against the right password, and ends by itself', async () => {
    await activated('zhangwei')
    for (let failure = 0; failure < 5; failure += 1)
      await door.signIn({ login: 'zhangwei', password: 'Wrong-12345', ...origin })
    const answer = await door.signIn({ login: 'zhangwei', password, ...origin })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'identity.sign-in.locked', facts: { minutes: 20 } } })
    later(20)
    await signedIn('zhangwei')
  })

  test('can be lifted by the system administrator', async () => {
    const person = await activated('zhangwei')
    for (let failure = 0; failure < 5; failure += 1)
      await door.signIn({ login: 'zhangwei', password: 'Wrong-12345', ...origin })
    unwrap(await door.unlock(person, admin))
    await signedIn('zhangwei')
  })

  test('does not come of failures with a success between them', async () => {
    await activated('zhangwei')
    for (let round = 0; round < 2; round += 1) {
      for (let failure = 0; failure < 4; failure += 1)
        await door.signIn({ login: 'zhangwei', password: 'Wrong-12345', ...origin })
      await signedIn('zhangwei')
    }
  })
})

describe('a session', () => {
  test('ends after the idle time, and lives on while it is used', async () => {
    await activated('zhangwei')
    const { cookie } = await signedIn('zhangwei')
    for (let request = 0; request < 4; request += 1) {
      later(19)
      expect(await door.resolveSession(cookie)).toBeDefined()
    }
    later(20)
    expect(await door.resolveSession(cookie)).toBeUndefined()
    expect(await newDoor().resolveSession(cookie)).toBeUndefined()
  })

  test('ends at its last instant however busy it is', async () => {
    await activated('zhangwei')
    const { cookie } = await signedIn('zhangwei')
    for (let minute = 10; minute < 12 * 60; minute += 10) {
      later(10)
      expect(await door.resolveSession(cookie)).toBeDefined()
    }
    later(10)
    expect(await door.resolveSession(cookie)).toBeUndefined()
  })

  test('that was ended counts nowhere any more: here at once, in another process within seconds', async () => {
    await activated('zhangwei')
    const { cookie, session } = await signedIn('zhangwei')
    const other = newDoor()
    expect(await other.resolveSession(cookie)).toBeDefined()
    expect(await door.signOut(session)).toEqual({ ended: true })
    expect(await door.resolveSession(cookie)).toBeUndefined()
    later(0.1)
    expect(await other.resolveSession(cookie)).toBeUndefined()
  })

  test('asks the database nothing while it is fresh', async () => {
    await activated('zhangwei')
    const { cookie } = await signedIn('zhangwei')
    await database.asOwner('update auth.session set ended_at = $1', [now])
    expect(await door.resolveSession(cookie)).toBeDefined()
    later(0.1)
    expect(await door.resolveSession(cookie)).toBeUndefined()
  })

  test('acts in one post at a time, the last one again at the next sign-in', async () => {
    await activated('zhangwei')
    const { cookie, session } = await signedIn('zhangwei')
    expect(session.actor.organisation).toBe('fagai')
    expect(await codeOf(door.switchPost(session, 'fagai.director' as PostId))).toBe('identity.post.not-held')
    unwrap(await door.switchPost(session, 'jiaotong.clerk' as PostId))
    expect((await door.resolveSession(cookie))?.actor.organisation).toBe('jiaotong')
    later(1)
    expect((await signedIn('zhangwei')).session.post).toBe('jiaotong.clerk')
  })

  test('goes back to one’s own post when a delegation ends', async () => {
    await activated('lixiaoyan')
    const { session } = await signedIn('lixiaoyan')
    const who = { jurisdiction, person: personOf('wangjianguo'), post: 'fagai.director' as PostId }
    const director = await database.asSystem(jurisdiction, (tx) => findActor(tx, who, now))
    if (!director) throw new Error('no director')
    const until = new Date(now.getTime() + 10 * 60_000)
    const leave = { post: who.post, of: who.person, to: session.person, from: now, until, reason: '外出开会' }
    const delegate = carryOut(database, jurisdiction, (tx) =>
      decideDelegation(tx, { actor: director.actor, now }, leave),
    )
    unwrap(await delegate)
    unwrap(await door.switchPost(session, who.post))
    const { cookie } = await signedIn('lixiaoyan')
    expect((await door.resolveSession(cookie))?.post).toBe('fagai.director')
    later(9.99)
    expect((await door.resolveSession(cookie))?.post).toBe('fagai.director')
    later(0.01)
    expect((await door.resolveSession(cookie))?.post).toBe('fagai-xiangmu.clerk')
  })

  test('of an administrator ends the one before', async () => {
    await activated('huangtao')
    const first = await signedIn('huangtao')
    await signedIn('huangtao')
    expect(await door.resolveSession(first.cookie)).toBeUndefined()
    expect(await door.listSessions(personOf('huangtao'))).toHaveLength(1)
  })

  test.each([
    '',
    'xianqu_session=',
    'xianqu_session=short',
    `xianqu_session=${'x'.repeat(43)}`,
    'other=1; xianqu_session=',
  ])('is not found by the cookie %j', async (cookie) => expect(await door.resolveSession(cookie)).toBeUndefined())
})

describe('a password', () => {
  test('is not used again while it is among the last five', async () => {
    await activated('zhangwei')
    const { session } = await signedIn('zhangwei')
    const choices = ['Second-1234', 'Third-12345', 'Fourth-1234', 'Fifth-12345', 'Sixth-12345']
    let current = password
    for (const next of choices.slice(0, 4)) {
      later(1)
      unwrap(await door.changePassword(session, { current, next }))
      current = next
    }
    later(1)
    expect(await codeOf(door.changePassword(session, { current, next: password }))).toBe('identity.password.reused')
    unwrap(await door.changePassword(session, { current, next: 'Sixth-12345' }))
    later(1)
    expect(await codeOf(door.changePassword(session, { current: 'Sixth-12345', next: password }))).toBe('ok')
  })

  test('that is changed ends the other sessions, and the present one must be known', async () => {
    await activated('zhangwei')
    const phone = await signedIn('zhangwei')
    const desk = await signedIn('zhangwei')
    const change = { current: 'Wrong-12345', next: 'Second-1234' }
    expect(await codeOf(door.changePassword(desk.session, change))).toBe('identity.password.current-wrong')
    unwrap(await door.changePassword(desk.session, { ...change, current: password }))
    expect(await door.resolveSession(desk.cookie)).toBeDefined()
    expect(await door.resolveSession(phone.cookie)).toBeUndefined()
  })

  test('that is too old leaves nothing to do but change it', async () => {
    await activated('zhangwei')
    later(90 * 24 * 60)
    const { cookie, session } = await signedIn('zhangwei')
    expect([session.passwordChange, session.actor.permissions.size]).toEqual(['aged', 0])
    unwrap(await door.changePassword(session, { current: password, next: 'Second-1234' }))
    const renewed = await door.resolveSession(cookie)
    expect(renewed?.passwordChange).toBeNull()
    expect(renewed?.actor.permissions.get('projects.read')).toBe('unit')
  })
})

describe('a second factor', () => {
  async function enrolled(login: string) {
    await activated(login)
    const { session } = await signedIn(login)
    const { secret } = unwrap(await door.enrolSecondFactor(session, password))
    const bytes = base32.decode(secret)
    unwrap(await door.confirmSecondFactor(session, await codeAt(bytes, now)))
    later(1)
    return { bytes, session }
  }

  test('is asked for once it is confirmed, and each code counts once', async () => {
    const { bytes } = await enrolled('zhangwei')
    const attempt = { login: 'zhangwei', password, ...origin }
    expect(unwrap(await door.signIn(attempt))).toEqual({ state: 'second-factor-wanted' })
    const code = await codeAt(bytes, now)
    expect(unwrap(await door.signIn({ ...attempt, code })).state).toBe('signed-in')
    expect(await codeOf(door.signIn({ ...attempt, code }))).toBe('identity.second-factor.wrong')
  })

  test('that is wrong five times locks the account, while asking for it locks nothing', async () => {
    await enrolled('zhangwei')
    const attempt = { login: 'zhangwei', password, ...origin }
    for (let asked = 0; asked < 6; asked += 1)
      expect(unwrap(await door.signIn(attempt)).state).toBe('second-factor-wanted')
    for (let wrong = 0; wrong < 5; wrong += 1) await door.signIn({ ...attempt, code: '000000' })
    expect(await codeOf(door.signIn(attempt))).toBe('identity.sign-in.locked')
  })

  test('is not replaced by whoever sits at an open desk, only removed by the system administrator', async () => {
    const { session } = await enrolled('zhangwei')
    expect(await codeOf(door.enrolSecondFactor(session, password))).toBe('identity.second-factor.enrolled')
    unwrap(await door.removeSecondFactor(session.person, admin))
    await signedIn('zhangwei')
  })
})

describe('the demonstration accounts', () => {
  test('get passwords at the first start, kept for the owner alone, and the same ones later', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xianqu-demo-'))
    const file = join(folder, 'demo-accounts.json')
    const wanted = [{ person: personOf('zhangwei'), login: 'zhangwei', role: '经办人', english: 'Clerk' }]
    const [first] = await door.openDemoAccounts(wanted, file)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await newDoor().openDemoAccounts(wanted, file)).toEqual([first])
    const { session } = await signedIn('zhangwei', door, first?.password ?? '')
    later(1)
    unwrap(await door.changePassword(session, { current: first?.password ?? '', next: password }))
    expect((await door.openDemoAccounts(wanted, file))[0]?.password).toBeNull()
    expect(await readFile(file, 'utf8')).not.toContain(password)
    await writeFile(file, '{')
    await expect(door.openDemoAccounts(wanted, file)).rejects.toThrow('remove it')
    await rm(folder, { recursive: true })
  })

  test('of people who are told to sign in on the phone are counted and recorded once, and let nobody in', async () => {
    const phones = [personOf('lixiaoyan'), personOf('zhoumin')]
    await door.recordPhones(phones)
    await newDoor().recordPhones(phones)
    expect(await door.countAccounts()).toBe(2)
    const opened = await database.asOwner<{ streams: number; entries: number; actors: string[] }>(
      `select count(distinct stream)::int as streams, count(*)::int as entries, array_agg(distinct actor_system) as actors
      from journal.entry where kind = 'identity.account.opened'`,
    )
    expect(opened).toEqual([{ streams: opened[0]?.entries, entries: opened[0]?.streams, actors: ['demo'] }])
    expect(await codeOf(door.signIn({ login: 'zhoumin', password: '', ...origin }))).toBe('identity.sign-in.wrong')
    await activated('zhoumin')
    await signedIn('zhoumin')
  })
})
