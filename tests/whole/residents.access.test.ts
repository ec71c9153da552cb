import { randomUUID } from 'node:crypto'
import type { AnyContractRouter } from '@orpc/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scenarios } from '#apps/server/registry.generated.ts'
import type { RouteMeta } from '#platform/contract/define-route.ts'
import { readerOf } from '#platform/kernel/actor.ts'
import type { JurisdictionId, PersonId } from '#platform/kernel/ids.ts'
import type { Scope } from '#platform/server/database/index.ts'
import { contractOf } from '#platform/server/platform/index.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { type Client, openClient } from '#platform/testing/route-client.ts'
import { projectsCounty } from '#scenarios/projects/fixtures/county.ts'

type Route = { readonly method: string; readonly path: string; readonly access: RouteMeta['access'] }

let platform: TestPlatform
let resident: Client
let official: Client

beforeAll(async () => {
  platform = await testPlatform({ scenarios, county: projectsCounty })
  const phone = '13900000001'
  const asked = await platform.nobody.call('POST', '/portal/codes', { phone })
  const code = /\d{6}/.exec(asked.body.shown)?.[0]
  resident = openClient(platform.url, (await platform.nobody.call('POST', '/portal/session', { phone, code })).cookie)
  official = await platform.as('zhangwei')
}, 60_000)
afterAll(() => platform.close())

/** Every route of the contracts, and those for files and live screens, which contracts cannot say. */
function allRoutes(): Route[] {
  const listed: Route[] = []
  const walk = (router: AnyContractRouter): void => {
    if ('~orpc' in router) {
      const { meta, route } = (router as unknown as { '~orpc': { meta: RouteMeta; route: Route } })['~orpc']
      listed.push({ method: route.method, path: route.path, access: meta.access })
    } else for (const inner of Object.values(router)) walk(inner as AnyContractRouter)
  }
  walk(contractOf(scenarios))
  return [
    ...listed,
    { method: 'POST', path: '/files', access: 'signed-in' },
    { method: 'GET', path: '/files/{file}', access: 'signed-in' },
    { method: 'GET', path: '/live', access: 'signed-in' },
    { method: 'POST', path: '/portal/files', access: 'resident' },
    { method: 'GET', path: '/portal/files/{file}', access: 'resident' },
  ]
}

const addressed = (path: string) => path.replace(/\{[^}]+\}/g, () => randomUUID())
const isPortal = ({ path }: Route) => path.startsWith('/portal/')

test('a resident is refused at every route of the staff, whatever is sent there', async () => {
  const staff = allRoutes().filter(({ access }) => access !== 'public' && access !== 'resident')
  expect(staff.length).toBeGreaterThan(100)
  const open: unknown[] = []
  for (const { method, path } of staff) {
    const { status, body } = await resident.call(method, addressed(path), method === 'GET' ? undefined : {})
    if (status !== 403 || body.code !== 'session.staff-only') open.push({ method, path, status, code: body.code })
  }
  expect(open).toEqual([])
})

test('somebody at work is refused at every route of the residents, and nobody at either', async () => {
  const routes = allRoutes()
  const open: unknown[] = []
  for (const { method, path, access } of routes.filter((route) => route.access !== 'public')) {
    const body = method === 'GET' ? undefined : {}
    const nobody = await platform.nobody.call(method, addressed(path), body)
    if (nobody.status !== 401) open.push({ who: 'nobody', method, path, status: nobody.status })
    if (access !== 'resident') continue
    const answer = await official.call(method, addressed(path), body)
    if (answer.status !== 403 || answer.body.code !== 'session.resident-only')
      open.push({ who: 'official', method, path, status: answer.status, code: answer.body.code })
  }
  expect(open).toEqual([])
  expect(routes.filter(({ access }) => access === 'resident').every(isPortal)).toBe(true)
})

/** Tables that say nothing but what the county publishes: organisations, posts, places, rules, and the hashes that prove the record. */
const published = [
  'identity.jurisdiction',
  'identity.division',
  'identity.organisation',
  'identity.post',
  'county.document',
  'journal.head',
  'journal.leaf',
  'journal.subtree',
  'journal.tree',
]

test('every table asks who reads: by readers, by being for the staff alone, or by the resident’s own id', async () => {
  const tables = await platform.database.asOwner<{ name: string; guarded: boolean; policies: string | null }>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity as guarded,
        string_agg(coalesce(pg_get_expr(p.polqual, p.polrelid), ''), ' ') as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_policy p on p.polrelid = c.oid
      where c.relkind in ('r', 'p') and has_table_privilege('xianqu_app', c.oid, 'select')
        and n.nspname not in ('pg_catalog', 'information_schema')
      group by 1, 2 order by 1`,
  )
  const asks = /may_read|is_staff|'resident-'/
  const open = tables.filter(({ guarded, policies }) => !guarded || !asks.test(policies ?? ''))
  expect(tables.length).toBeGreaterThan(50)
  expect(open.map(({ name }) => name).filter((name) => !published.includes(name))).toEqual([])
})

test('a resident’s transaction sees no row of the government’s, and of residents itself alone', async () => {
  const { jurisdiction } = platform.platform.services
  const me = (await resident.call('GET', '/portal/session')).body.resident as PersonId
  const scope: Scope = { jurisdiction: jurisdiction as JurisdictionId, organisations: [readerOf(me)], resident: true }
  const count = (table: string) =>
    platform.database.transaction(scope, (tx) =>
      tx.query<{ rows: number }>(`select count(*)::int as rows from ${table}`),
    )
  expect(await platform.database.asOwner('select 1 from journal.entry where readers is null limit 1')).toHaveLength(1)
  const own = { 'journal.entry': 2, 'journal.payload': 2, 'residents.resident': 1 }
  for (const [table, rows] of Object.entries(own)) expect([table, (await count(table))[0]?.rows]).toEqual([table, rows])
  for (const table of ['identity.person', 'identity.appointment', 'notices.receipt', 'commands.receipt', 'files.file'])
    expect([table, (await count(table))[0]?.rows]).toEqual([table, 0])
})
