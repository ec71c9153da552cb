import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JurisdictionId, PersonId } from '#platform/kernel/ids.ts'
import { unwrap } from '#platform/kernel/result.ts'
import { type Database, openDatabase } from '#platform/server/database/index.ts'
import { type ActiveSession, cookieFor, openSignIn, type SignIn } from '#platform/server/identity/index.ts'
import { applyTestCounty } from '#platform/testing/county.ts'
import { type TestDatabase, testDatabase } from '#platform/testing/database.ts'
import type { RequestContext } from './call-context.ts'
import { identityRoutes } from './identity-routes.ts'
import { Refused } from './refused.ts'

const jurisdiction = '331199' as JurisdictionId
const now = new Date('2026-11-22T01:00:00Z')
const clock = { now: () => now }
const password = 'Abcdef-1234'
const origin = { address: '10.0.0.7', device: 'Edge' }

let database: TestDatabase
let credentials: Database
let door: SignIn
let people: Map<string, PersonId>
const sessions = new Map<string, ActiveSession>()
let key = 0

beforeAll(async () => {
  database = await testDatabase()
  credentials = openDatabase({ url: database.authUrl })
  const pack = await applyTestCounty(database, now)
  people = new Map(pack.people.map(({ login, id }) => [login, id]))
  door = openSignIn({ database, credentials, jurisdiction, clock, key: Buffer.alloc(32, 1) })
  for (const login of ['zhangwei', 'wangjianguo', 'huangtao', 'sunli', 'makun']) await signIn(login)
})
afterAll(async () => {
  await credentials.close()
  await database.close()
})

const personOf = (login: string) => people.get(login) ?? ('' as PersonId)

async function signIn(login: string): Promise<void> {
  const { code } = unwrap(await door.issueActivation(personOf(login), { system: 'test' }))
  unwrap(await door.activate({ login, code, password, ...origin }))
  const answer = unwrap(await door.signIn({ login, password, ...origin }))
  const session = await door.resolveSession(answer.state === 'signed-in' ? cookieFor(answer.token, false) : '')
  if (session) sessions.set(login, session)
}

function as(login: string | undefined) {
  const session = async () => (login === undefined ? undefined : sessions.get(login))
  key += 1
  const context: RequestContext = {
    ...origin,
    ...{ trace: 't', idempotencyKey: `k${key}`, setCookie: () => undefined, session, reload: session },
    actor: async () => (await session())?.actor,
    resident: async () => undefined,
  }
  return createRouterClient(identityRoutes({ database, clock, door, jurisdiction }), { context })
}

async function codeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer
    return 'ok'
  } catch (error) {
    return error instanceof Refused ? error.refusal.code : String(error)
  }
}

type Client = ReturnType<typeof as>
const leave = { post: 'fagai.director', from: now, until: new Date('2026-11-25T01:00:00Z'), reason: '年休假' }

const routes: Readonly<Record<string, { readonly who: string; readonly call: (client: Client) => Promise<unknown> }>> =
  {
    organisations: { who: 'zhangwei', call: (client) => client.organisations() },
    searchOrganisations: { who: 'zhangwei', call: (client) => client.searchOrganisations({ text: '发改' }) },
    searchPeople: { who: 'zhangwei', call: (client) => client.searchPeople({ text: '晓燕' }) },
    person: { who: 'zhangwei', call: (client) => client.person({ person: personOf('zhoumin') }) },
    holders: { who: 'zhangwei', call: (client) => client.holders({ post: 'fagai.director' }) },
    delegatePost: { who: 'wangjianguo', call: (client) => client.delegatePost({ ...leave, to: personOf('zhangwei') }) },
    registerPerson: { who: 'huangtao', call: (client) => client.registerPerson({ login: 'new.person', name: '新人' }) },
    issueActivation: { who: 'huangtao', call: (client) => client.issueActivation({ person: personOf('zhoumin') }) },
    unlock: { who: 'huangtao', call: (client) => client.unlock({ person: personOf('zhoumin') }) },
    removeSecondFactor: {
      who: 'huangtao',
      call: (client) => client.removeSecondFactor({ person: personOf('zhoumin') }),
    },
    appointments: { who: 'sunli', call: (client) => client.appointments({ person: personOf('zhoumin') }) },
    unitPosts: { who: 'sunli', call: (client) => client.unitPosts({ organisation: 'fagai' }) },
    signInSettings: { who: 'sunli', call: (client) => client.signInSettings() },
    appoint: {
      who: 'sunli',
      call: (client) => client.appoint({ person: personOf('lixiaoyan'), post: 'jiaotong.clerk' }),
    },
    tightenSignIn: { who: 'sunli', call: (client) => client.tightenSignIn({ idleMinutes: 15 }) },
    record: { who: 'makun', call: (client) => client.record({}) },
    sessions: { who: 'zhangwei', call: (client) => client.sessions() },
  }

const administrators = { huangtao: 'system', sunli: 'security', makun: 'audit' }

describe('each route of identity', () => {
  test.each(Object.entries(routes))('%s is open to who holds its permission', async (_name, { who, call }) => {
    expect(await codeOf(call(as(who)))).toBe('ok')
  })

  test.each(Object.entries(routes))('%s is closed to who is not signed in', async (_name, { call }) => {
    expect(await codeOf(call(as(undefined)))).toBe('session.required')
  })

  test.each(Object.entries(routes).filter(([, { who }]) => who in administrators))(
    '%s is closed to officials and to the other two administrators',
    async (_name, { who, call }) => {
      const others = ['zhangwei', 'wangjianguo', ...Object.keys(administrators).filter((login) => login !== who)]
      for (const login of others) expect(await codeOf(call(as(login)))).toBe('permission.missing')
    },
  )
})

describe('the security administrator', () => {
  const titlesOf = async (login: string) =>
    (await as('sunli').appointments({ person: personOf(login) })).appointments.map(({ title }) => title)

  test('finds among a person’s posts the one just given, with the id that ends it', async () => {
    const person = personOf('chenshumin')
    const before = await titlesOf('chenshumin')
    const { appointment } = await as('sunli').appoint({ person, post: 'jiaotong.clerk' })
    const { appointments } = await as('sunli').appointments({ person })
    expect(appointments.find(({ id }) => id === appointment)).toMatchObject({
      ...{ post: 'jiaotong.clerk', title: '经办人', forPersonName: null, since: now.toISOString(), until: null },
    })
    const { posts } = await as('sunli').unitPosts({ organisation: 'jiaotong' })
    const clerk = posts.find(({ id }) => id === 'jiaotong.clerk')
    expect(clerk?.holders.map((holder) => holder.person)).toContain(person)
    await as('sunli').dismiss({ appointment })
    expect(await titlesOf('chenshumin')).toEqual(before)
  })

  test('sees a delegation before it begins, with whom it is for, and no seat taken by it', async () => {
    const later = { from: new Date('2026-11-27T01:00:00Z'), until: new Date('2026-11-29T01:00:00Z'), reason: '出差' }
    await as('wangjianguo').delegatePost({ post: 'fagai.director', to: personOf('chenshumin'), ...later })
    const { appointments } = await as('sunli').appointments({ person: personOf('chenshumin') })
    expect(appointments).toContainEqual(
      expect.objectContaining({ forPersonName: '王建国', until: later.until.toISOString() }),
    )
    const { posts } = await as('sunli').unitPosts({ organisation: 'fagai' })
    const holders = posts.find(({ id }) => id === 'fagai.director')?.holders ?? []
    expect(holders.filter(({ isDelegate }) => !isDelegate).map(({ name }) => name)).toEqual(['王建国'])
    expect(holders.map(({ person }) => person)).not.toContain(personOf('chenshumin'))
  })

  test('is told where there is no such person or unit', async () => {
    const nobody = '01900000-0000-7000-8000-000000000000'
    expect(await codeOf(as('sunli').appointments({ person: nobody }))).toBe('identity.person.unknown')
    expect(await codeOf(as('sunli').unitPosts({ organisation: 'nowhere' }))).toBe('identity.organisation.unknown')
  })

  test('is refused a second of the three administrators, and anything about themselves', async () => {
    const second = { person: personOf('huangtao'), post: 'county.audit' }
    expect(await codeOf(as('sunli').appoint(second))).toBe('identity.administrator.twice')
    const own = { person: personOf('sunli'), post: 'fagai.clerk' }
    expect(await codeOf(as('sunli').appoint(own))).toBe('identity.appointment.oneself')
    const [mine] = (await as('sunli').appointments({ person: personOf('sunli') })).appointments
    expect(await codeOf(as('sunli').dismiss({ appointment: mine?.id ?? '' }))).toBe('identity.appointment.oneself')
  })
})

describe('over the routes', () => {
  test('a dismissal takes the powers away at once', async () => {
    const { appointment } = await as('sunli').appoint({ person: personOf('zhoumin'), post: 'fagai.clerk' })
    expect(await as('sunli').dismiss({ appointment })).toEqual({ ended: true })
    expect(await codeOf(as('sunli').dismiss({ appointment }))).toBe('identity.appointment.unknown')
  })

  test('what is made stricter stands beside the pack, and comes back to it at most', async () => {
    const before = await as('sunli').signInSettings()
    await as('sunli').tightenSignIn({ idleMinutes: 10 })
    const after = await as('sunli').signInSettings()
    expect(after).toEqual({ ...before, now: { ...before.pack, idleMinutes: 10 } })
    const laxer = { idleMinutes: before.pack.idleMinutes + 1 }
    expect(await codeOf(as('sunli').tightenSignIn(laxer))).toBe('identity.settings.loosened')
    await as('sunli').tightenSignIn({})
    expect((await as('sunli').signInSettings()).now).toEqual(before.pack)
  })

  test('the system administrator cannot take over the accounts of the other two', async () => {
    for (const login of ['sunli', 'makun']) {
      const person = personOf(login)
      expect(await codeOf(as('huangtao').issueActivation({ person }))).toBe('identity.administrator.apart')
      expect(await codeOf(as('huangtao').removeSecondFactor({ person }))).toBe('identity.administrator.apart')
    }
  })

  test('the audit administrator reads what became of an account, newest first, page by page', async () => {
    const [first, second] = (await as('makun').record({ person: personOf('makun') })).entries
    expect(first).toMatchObject({ aboutName: '马坤' })
    expect([first?.kind, second?.kind]).toEqual(['identity.signed-in', 'identity.account.activated'])
    const next = await as('makun').record({ person: personOf('makun'), before: first?.id, limit: 1 })
    expect(next.entries.map(({ kind }) => kind)).toEqual(['identity.account.activated'])
  })

  test('somebody whom a search has found is read again by their id, and nobody by an id that nobody has', async () => {
    const [found] = (await as('zhangwei').searchPeople({ text: '周敏' })).people
    expect(await as('zhangwei').person({ person: found?.id ?? '' })).toEqual(found)
    const nobody = '01900000-0000-7000-8000-000000000000'
    expect(await codeOf(as('zhangwei').person({ person: nobody }))).toBe('identity.person.unknown')
  })

  test('a repeat of the same command gives the same answer and does it once', async () => {
    const client = as('sunli')
    const wanted = { person: personOf('lixiaoyan'), post: 'fagai.clerk' }
    expect(await client.appoint(wanted)).toEqual(await client.appoint(wanted))
  })

  test('a person sees and ends only sessions of their own', async () => {
    const [mine] = (await as('zhangwei').sessions()).sessions
    expect(await as('wangjianguo').endSession({ session: mine?.id ?? '' })).toEqual({ ended: false })
    expect(await as('zhangwei').endSession({ session: mine?.id ?? '' })).toEqual({ ended: true })
  })
})
