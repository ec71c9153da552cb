import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/kernel/actor.ts'
import { ok, unwrap } from '#platform/kernel/result.ts'
import { openDemoIdentity } from '#platform/server/demo-identity/index.ts'
import { carryOut } from '#platform/server/identity/index.ts'
import { receiveAtWindow } from '#platform/server/residents/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { openClient } from '#platform/testing/route-client.ts'
import { type IdentityProviders, startIdentityProviders } from '#platform/testing/simulators/identity-providers.ts'

let providers: IdentityProviders
let world: TestPlatform
const common = { english: 'x', clientId: 'xianqu', clientSecret: 'secret' }
const oidc = { kind: 'oidc', scope: 'openid', claims: { name: 'xm', number: 'sfzh' } } as const

beforeAll(async () => {
  providers = await startIdentityProviders()
  const addresses = { signInAddress: providers.url, apiAddress: providers.url }
  world = await testPlatform({
    scenarios: [],
    now: new Date(),
    singleSignOn: {
      site: 'http://xianqu.test',
      providers: [
        { ...common, ...oidc, id: 'county', name: '统一认证', issuer: providers.url, door: 'staff' },
        { ...common, ...oidc, id: 'province', name: '政务服务网', issuer: providers.url, door: 'residents' },
        { ...common, id: 'dingtalk', name: '钉钉', kind: 'dingtalk', ...addresses },
        { ...common, id: 'zzd', name: '浙政钉', kind: 'zhezhengding', ...addresses },
      ],
    },
  })
})

afterEach(() => providers.fail())

afterAll(async () => {
  await world.close()
  await providers.stop()
})

type Step = { readonly status: number; readonly to: string; readonly cookies: readonly string[] }

async function step(url: string, cookie = ''): Promise<Step> {
  const response = await fetch(url, { redirect: 'manual', headers: { cookie, 'user-agent': 'Chrome/150 Windows' } })
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
  return { status: response.status, to: response.headers.get('location') ?? '', cookies }
}

/** A browser's whole way: here, over there, back; the platform's own name stands for the address that it listens on. */
async function walk(provider: string, next = '/notices') {
  const out = await step(`${world.url}/api/sso/${provider}?next=${encodeURIComponent(next)}`)
  if (!out.to.startsWith(providers.url)) return { out, back: out, callback: '' }
  const there = await step(out.to)
  const callback = there.to.replace('http://xianqu.test', world.url)
  return { out, callback, back: await step(callback, out.cookies[0]) }
}

async function list(provider: string, handle: string, login: string): Promise<void> {
  const answer = await (await world.as('huangtao')).call('POST', '/external-accounts', { provider, handle, login })
  expect(answer.status).toBe(200)
}

const sessionOf = ({ cookies }: Step) => cookies.find((one) => one.startsWith('xianqu_session=')) ?? ''

describe.each([
  ['county', 'zhangwei', 'zw001'],
  ['dingtalk', 'lixiaoyan', '13900000002'],
  ['zzd', 'wangjianguo', 'E003'],
])('by %s', (provider, login, handle) => {
  test('somebody who is not listed stays outside, and is told whom to ask', async () => {
    await providers.become(handle)
    const { back } = await walk(provider)
    expect(back).toMatchObject({ status: 302, to: '/sign-in?refused=identity.external.unlisted' })
    expect(sessionOf(back)).toBe('')
  })

  test('somebody who is listed comes in, is bound at the first time, and lands where they were going', async () => {
    await list(provider, handle, login)
    await providers.become(handle)
    const { back } = await walk(provider)
    expect(back).toMatchObject({ status: 302, to: '/notices' })
    const { body } = await openClient(world.url, sessionOf(back)).call('GET', '/session')
    expect(body.personName).toBe({ zhangwei: '张伟', lixiaoyan: '李晓燕', wangjianguo: '王建国' }[login])
    const again = await walk(provider)
    expect(sessionOf(again.back)).not.toBe('')
    const kinds = await world.database.asOwner<{ kind: string; count: number }>(
      `select kind, count(*)::int as count from journal.entry e join journal.payload p on p.entry_id = e.id
        where p.body->>'provider' = $1 group by kind order by kind`,
      [provider],
    )
    expect(kinds).toEqual([
      { kind: 'identity.external.bound', count: 1 },
      { kind: 'identity.external.listed', count: 1 },
      { kind: 'identity.signed-in', count: 2 },
    ])
  })

  test('a way back that is walked twice, or by another browser, opens nothing', async () => {
    const { out, callback } = await walk(provider)
    expect(await step(callback, out.cookies[0])).toMatchObject({ to: '/sign-in?refused=identity.external.refused' })
    const other = await step(`${world.url}/api/sso/${provider}`)
    const there = await step(other.to)
    expect(await step(there.to.replace('http://xianqu.test', world.url))).toMatchObject({
      to: '/sign-in?refused=identity.external.refused',
    })
  })

  test('a state that is not ours opens nothing', async () => {
    await providers.fail('wrong-state')
    expect((await walk(provider)).back.to).toBe('/sign-in?refused=identity.external.refused')
  })

  test.each(['down', 'broken'] as const)(
    'a provider that is %s leads to the sign-in page with a word',
    async (fault) => {
      const out = await step(`${world.url}/api/sso/${provider}`)
      const there = out.to.startsWith(providers.url) ? await step(out.to) : undefined
      await providers.fail(fault)
      const { to } = there ? await step(there.to.replace('http://xianqu.test', world.url), out.cookies[0]) : out
      expect(to).toBe('/sign-in?refused=identity.external.unavailable')
    },
  )
})

describe('a resident by the platform of the province', () => {
  const wu = { account: 'wu', name: '吴丽萍', number: '331199199001010012', at: 'token' } as const
  const he = { account: 'he', name: '何大根', number: '331199194403020018', at: 'userinfo' } as const
  const residentOf = ({ back }: Awaited<ReturnType<typeof walk>>) =>
    openClient(world.url, back.cookies.find((one) => one.startsWith('xianqu_resident=')) ?? '')
  const enter = async (who: Parameters<IdentityProviders['becomeResident']>[0], next = '/portal/cases') => {
    await providers.becomeResident(who)
    return walk('province', next)
  }
  const whoIs = async (client: ReturnType<typeof openClient>) => (await client.call('GET', '/portal/session')).body
  const told = async (who: Parameters<typeof enter>[0]) => (await enter(who)).back.to

  test.each([wu, he])('comes in by name, is registered once, and lands where they were going ($at)', async (who) => {
    const first = await enter(who)
    expect(first.back.to).toBe('/portal/cases')
    expect(sessionOf(first.back)).toBe('')
    const me = await whoIs(residentOf(first))
    expect(me).toMatchObject({ name: who.name, verifiedBy: 'provider', phone: null })
    expect((await whoIs(residentOf(await enter(who)))).resident).toBe(me.resident)
  })

  test('is the one who came to the window before', async () => {
    const { database, platform } = world
    const card = { name: '兰小妹', number: '331199195005050021' }
    const { services } = platform
    const official = { system: 'test' } as unknown as Actor
    const received = await carryOut(database, services.jurisdiction, async (tx) => {
      const actor = { ...official, jurisdiction: services.jurisdiction }
      const given = await receiveAtWindow(tx, services.personalData, { actor, now: new Date() }, card)
      return given.ok ? ok({ ...given.value, answer: given.value.resident }) : given
    })
    const me = await whoIs(residentOf(await enter({ ...card, account: 'lan', at: 'token' })))
    expect(me).toMatchObject({ resident: unwrap(received), verifiedBy: 'window' })
  })

  test('of two browsers at the same moment is registered once', async () => {
    const who = { account: 'two', name: '双胞胎', number: '331199195005050048', at: 'token' } as const
    await providers.becomeResident(who)
    const both = await Promise.all([walk('province'), walk('province')])
    const [one, other] = await Promise.all(both.map((each) => whoIs(residentOf(each))))
    expect(one?.resident).toBeDefined()
    expect(other?.resident).toBe(one?.resident)
  })

  test('whose number another account has already stays outside, and so does an account that turns into somebody else', async () => {
    await enter(wu)
    await enter(he)
    const signIn = '/portal/sign-in?refused='
    expect(await told({ ...wu, account: 'thief' })).toBe(`${signIn}residents.external.bound`)
    expect(await told({ ...he, account: 'wu' })).toBe(`${signIn}residents.external.other`)
    expect(await told({ ...wu, account: 'new', name: '别人' })).toBe(`${signIn}residents.identity.differs`)
    expect(await told({ ...wu, account: 'odd', number: '331199199001010010' })).toBe(
      `${signIn}residents.identity.malformed`,
    )
    await providers.become('nameless')
    expect((await walk('province')).back.to).toBe(`${signIn}identity.external.refused`)
  })

  test('a way back that is walked twice, or by another browser, or forged, opens nothing', async () => {
    const { out, callback } = await enter(wu)
    const refused = { to: '/portal/sign-in?refused=identity.external.refused' }
    expect(await step(callback, out.cookies[0])).toMatchObject(refused)
    expect(await step(callback.replace(/state=[^&]*/, 'state=x'), out.cookies[0])).toMatchObject(refused)
    expect(await step(callback)).toMatchObject(refused)
    for (const fault of ['wrong-state', 'wrong-nonce', 'forged'] as const) {
      await providers.fail(fault)
      expect(await told(wu)).toBe(refused.to)
    }
    await providers.fail()
    await providers.becomeResident(wu)
    const away = await step(`${world.url}/api/sso/province`)
    const there = await step(away.to)
    await providers.fail('down')
    expect(await step(there.to.replace('http://xianqu.test', world.url), away.cookies[0])).toMatchObject({
      to: '/portal/sign-in?refused=identity.external.unavailable',
    })
  })

  test('lands within the residents’ pages, and the errand of one door opens no other', async () => {
    expect((await enter(wu, '/notices')).back.to).toBe('/portal')
    await providers.becomeResident(wu)
    const out = await step(`${world.url}/api/sso/province`)
    const there = await step(out.to)
    const elsewhere = there.to.replace('http://xianqu.test', world.url).replace('/province/', '/county/')
    expect((await step(elsewhere, out.cookies[0])).to).toBe('/sign-in?refused=identity.external.refused')
  })
})

test.each(['wrong-nonce', 'forged'] as const)('an ID token with %s opens nothing', async (fault) => {
  await providers.fail(fault)
  expect((await walk('county')).back.to).toBe('/sign-in?refused=identity.external.refused')
})

test('the three administrators come by password alone', async () => {
  await list('county', 'admin', 'sunli')
  await providers.become('admin')
  expect((await walk('county')).back.to).toBe('/sign-in?refused=identity.external.administrator')
})

test('the address to go on to lies within this site, however a browser reads it', async () => {
  await providers.become('zw001')
  for (const away of ['//evil.example', '/\t/evil.example', '/\\evil.example', '/\n/evil.example', '/.//evil.example'])
    expect((await walk('county', away)).back.to, JSON.stringify(away)).toBe('/')
  expect((await walk('county', '/matters?search=督办')).back.to).toBe('/matters?search=%E7%9D%A3%E5%8A%9E')
})

test('the sign-in page is told the providers, and only an administrator of accounts lists people', async () => {
  expect((await world.nobody.call('GET', '/greeting')).body.singleSignOn).toMatchObject([
    ...[{ door: 'staff' }, { door: 'residents' }, { door: 'staff' }, { door: 'staff' }],
  ])
  const wanted = { provider: 'county', handle: 'x', login: 'zhangwei' }
  expect((await world.nobody.call('POST', '/external-accounts', wanted)).status).toBe(401)
  expect((await (await world.as('makun')).call('POST', '/external-accounts', wanted)).status).toBe(403)
  expect(
    (await (await world.as('huangtao')).call('POST', '/external-accounts', { ...wanted, login: 'nobody' })).status,
  ).toBe(404)
})

test('people see their own sessions and end them, one by one or all others at once; nobody else’s', async () => {
  await providers.become('13900000002')
  const [one, two, three] = [await walk('dingtalk'), await walk('dingtalk'), await walk('dingtalk')]
  const clients = [one, two, three].map(({ back }) => openClient(world.url, sessionOf(back)))
  const [first, second, third] = clients
  if (!first || !second || !third) throw new Error('three sessions')
  const { sessions } = (await first.call('GET', '/session/open')).body as {
    sessions: { id: string; current: boolean }[]
  }
  const other = sessions.find(({ current }) => !current)
  await providers.become('zw001')
  const stranger = openClient(world.url, sessionOf((await walk('county')).back))
  expect((await stranger.call('DELETE', `/session/open/${other?.id}`)).body).toEqual({ ended: false })
  expect((await first.call('DELETE', `/session/open/${other?.id}`)).body).toEqual({ ended: true })
  expect((await first.call('DELETE', '/session/open')).body.ended).toBeGreaterThanOrEqual(1)
  expect((await first.call('GET', '/session/open')).body.sessions).toHaveLength(1)
  expect((await first.call('GET', '/session')).status).toBe(200)
  expect((await second.call('GET', '/session')).status).toBe(401)
  expect((await third.call('GET', '/session')).status).toBe(401)
})

describe('a demonstration’s own platform of real names', () => {
  let demo: Awaited<ReturnType<typeof openDemoIdentity>>
  let demonstration: TestPlatform

  beforeAll(async () => {
    demonstration = await testPlatform({ scenarios: [], now: new Date() })
    demo = await openDemoIdentity(demonstration.platform.pack)
    demonstration.platform.singleSignOn.addDemo(demo.settings)
  })
  afterAll(async () => {
    await demonstration.close()
    await demo.stop()
  })

  /** To its page under our own address, an answer there, and back. */
  async function answer(how: string, number?: string) {
    const { url } = demonstration
    const out = await step(`${url}/api/sso/demo-identity?next=/portal/me`)
    const page = await (await fetch(new URL(out.to, url))).text()
    const person = number ?? /name="person" value="(\d{17}[\dX])"/.exec(page)?.[1] ?? ''
    const said = new URL(out.to.replace('/authorize', '/decide'), url)
    said.searchParams.set('person', person)
    said.searchParams.set('how', how)
    const there = await step(said.href)
    expect(new URL(there.to).origin).toBe(url)
    return { page, back: await step(there.to, out.cookies[0]) }
  }

  test('offers invented people, and brings in whom one chooses to be', async () => {
    const { page, back } = await answer('consent')
    expect(page).toContain('人员均为虚构')
    expect(back.to).toBe('/portal/me')
    const session = back.cookies.find((one) => one.startsWith('xianqu_resident=')) ?? ''
    const me = (await openClient(demonstration.url, session).call('GET', '/portal/session')).body
    expect(me).toMatchObject({ verifiedBy: 'provider' })
    expect(page).toContain(me.name)
  })

  test('brings nobody who does not consent, and nobody whom it does not know', async () => {
    const refused = '/portal/sign-in?refused=identity.external.refused'
    expect((await answer('refuse')).back.to).toBe(refused)
    expect((await answer('consent', '331199199001010012')).back.to).toBe(refused)
  })

  test('nobody but the demonstration’s provider is asked, whatever a path names', async () => {
    const pages = `${demonstration.url}/api/sso/demo-identity/pages`
    const { host } = new URL(providers.url)
    const known = '.well-known/openid-configuration'
    expect((await fetch(`${providers.url}/${known}`)).status).toBe(200)
    for (const path of [`//${host}/jwks`, `/%2F${host}/jwks`, `/%5C%5C${host}/jwks`, `/http://${host}/jwks`])
      expect((await fetch(`${pages}${path}`)).status, path).toBe(404)
  })

  test('a provider that is no demonstration’s is never relayed, nor does a demonstration’s push it aside', async () => {
    expect((await fetch(`${world.url}/api/sso/province/pages/authorize`)).status).toBe(404)
    const elsewhere = 'decide?redirect_uri=https://example.org/back'
    expect((await step(`${demonstration.url}/api/sso/demo-identity/pages/${elsewhere}`)).status).toBe(404)
    world.platform.singleSignOn.addDemo(demo.settings)
    expect(world.platform.singleSignOn.providers.has(demo.settings.id)).toBe(false)
  })
})
