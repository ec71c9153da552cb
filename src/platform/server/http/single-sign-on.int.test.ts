import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { openClient } from '#platform/testing/route-client.ts'
import { type IdentityProviders, startIdentityProviders } from '#platform/testing/simulators/identity-providers.ts'

let providers: IdentityProviders
let world: TestPlatform
const common = { english: 'x', clientId: 'xianqu', clientSecret: 'secret' }

beforeAll(async () => {
  providers = await startIdentityProviders()
  const addresses = { signInAddress: providers.url, apiAddress: providers.url }
  world = await testPlatform({
    scenarios: [],
    now: new Date(),
    singleSignOn: {
      site: 'http://xianqu.test',
      providers: [
        { ...common, id: 'county', name: '统一认证', kind: 'oidc', issuer: providers.url, scope: 'openid profile' },
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

test.each(['wrong-nonce', 'forged'] as const)('an ID token with %s opens nothing', async (fault) => {
  await providers.fail(fault)
  expect((await walk('county')).back.to).toBe('/sign-in?refused=identity.external.refused')
})

test('the three administrators come by password alone', async () => {
  await list('county', 'admin', 'sunli')
  await providers.become('admin')
  expect((await walk('county')).back.to).toBe('/sign-in?refused=identity.external.administrator')
})

test('the address to go on to lies within this site', async () => {
  await providers.become('zw001')
  expect((await walk('county', '//evil.example')).back.to).toBe('/')
})

test('the sign-in page is told the providers, and only an administrator of accounts lists people', async () => {
  expect((await world.nobody.call('GET', '/greeting')).body.singleSignOn).toHaveLength(3)
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
