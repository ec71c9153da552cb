import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarios } from '#apps/server/registry.generated.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import type { Client } from '#platform/testing/route-client.ts'
import { residentClient } from '#scenarios/certificates/fixtures/people.ts'
import { arbitraryOf, type Known, type Schema } from './arbitrary-of-schema.ts'

/*
 * Every route of the OpenAPI document, asked with what its schemas want and with what they do not, by people of every kind: none fails
 * (5xx), and a refused call writes nothing. Routes of the portal are asked by residents more often than by others; the doors, where a
 * failed attempt is on record by design, by somebody who has not come in yet. `XIANQU_FUZZ=200 npx vitest run tests/whole/fuzz` asks each route so many times; each failure
 * names the seed that finds it again.
 */
const runs = Number(process.env.XIANQU_FUZZ || 3)
const root = join(import.meta.dirname, '..', '..', '..')
const phones = ['13900000001', '13900000002']
const logins = ['wangjianguo', 'liufang', 'zhangwei', 'huangtao', 'sunli', 'wujing', 'zhengkai']

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }
type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}
type Route = { readonly method: string; readonly path: string; readonly operation: Operation }

/** Failed sign-ins and codes are on record by design. */
const doors = /^\/(session|activation|portal\/session|portal\/codes)/
/** Uploads are raw bytes and have tests of their own. */
const uploads = /^POST \/(portal\/)?files$/
const routes = routesOf(JSON.parse(readFileSync(join(root, 'docs', 'api', 'openapi.json'), 'utf8')))

let test: TestPlatform
let clients: Client[]
let residents: Client[]
/** The fingerprint after the last command; nothing else writes meanwhile. */
let last: string | undefined
const known: { ids: string[]; words: string[] } = {
  ids: ['01a00000-0000-7000-8000-000000000000'],
  words: ['jiaotong', 'fagai', 'shuili', 'standard', 'urgent', '2026-03', 'tenant-rent-withdrawal', 'zhangwei'],
}

beforeAll(async () => {
  test = await testPlatform({ scenarios, county: suichang() })
  clients = [test.nobody, ...(await Promise.all(logins.map((login) => test.as(login))))]
  residents = await Promise.all(phones.map((phone) => residentClient(test.url, phone)))
  await giveThemSomething()
}, 240_000)
afterAll(() => test.close())

describe.each(routes)('$method $path', (route) => {
  it('never fails, and a refusal writes nothing', { timeout: 30_000 + runs * 2000 }, async () => {
    await fc.assert(
      fc.asyncProperty(whoAsks(route), inputOf(route, known), async (who, { path, body }) => {
        const leavesTraces = route.method !== 'GET' && !doors.test(route.path)
        const before = leavesTraces ? (last ?? (await fingerprint())) : ''
        const { status, body: answer } = await who.call(route.method, path, body)
        expect(status, `${route.method} ${path} ${JSON.stringify(body)}: ${JSON.stringify(answer)}`).toBeLessThan(500)
        if (!leavesTraces) {
          if (doors.test(route.path)) last = undefined
          return
        }
        last = await fingerprint()
        if (status >= 400) expect(last, `${path} was refused and wrote`).toBe(before)
      }),
      { numRuns: runs },
    )
  })
})

function whoAsks({ path }: Route): fc.Arbitrary<Client> {
  if (doors.test(path)) return fc.constant(test.nobody)
  const anybody = fc.constantFrom(...clients, ...residents)
  return path.startsWith('/portal') ? fc.oneof(fc.constantFrom(...residents), anybody) : anybody
}

function routesOf(document: {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}): Route[] {
  const all = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  return all.filter(({ method, path }) => !uploads.test(`${method} ${path}`))
}

function inputOf({ path, operation }: Route, about: Known) {
  const parameters = operation.parameters ?? []
  const of = (place: string) => parameters.filter((one) => one.in === place)
  const record = (place: string) =>
    fc.record(Object.fromEntries(of(place).map(({ name, schema }) => [name, lazily(schema, about)])), {
      requiredKeys: of(place).flatMap(({ name, required }) => (required || place === 'path' ? name : [])),
    })
  const wanted = operation.requestBody?.content?.['application/json']?.schema
  const body = wanted === undefined ? fc.constant(undefined) : lazily(wanted, about)
  return fc.record({ inPath: record('path'), query: record('query'), body }).map(({ inPath, query, body: sent }) => ({
    path: `${filled(path, inPath)}${asked(query)}`,
    body: sent === undefined && operation.requestBody ? {} : sent,
  }))
}

/** The ids that are known are known only once the platform is there. */
function lazily(schema: Schema | undefined, about: Known): fc.Arbitrary<unknown> {
  return fc.constant(undefined).chain(() => arbitraryOf(schema, about))
}

function filled(path: string, values: Readonly<Record<string, unknown>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(plain(values[name])) || '-')
}

function asked(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(plain(value))}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** An address holds well-formed text alone; a lone surrogate never gets out of a browser. */
function plain(value: unknown): string {
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed()
}

/** What changes with any row that is written, rewritten or taken away. */
async function fingerprint(): Promise<string> {
  const [row] = await test.database.asOwner<{ print: string }>(`select string_agg(t.name || ' ' ||
      (xpath('/row/p/text()', query_to_xml(format('select count(*) || ''.'' || coalesce(max(xmin::text::bigint), 0) as p from %s', t.name),
        false, true, '')))[1]::text, ';' order by t.name) as print
    from (select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|auth)') t`)
  return row?.print ?? ''
}

async function giveThemSomething(): Promise<void> {
  const [, head, offices] = clients
  const matter = {
    ...{
      title: '东山路路灯修复',
      content: '限期修复',
      source: 'instruction',
      sourceTitle: '县长批示',
      urgency: 'standard',
    },
    ...{ lead: 'jiaotong', parts: ['shuili'], complainant: '王小明', dueAt: '2026-03-13T17:00:00+08:00' },
  }
  const opened = await offices?.call('POST', '/matters', matter)
  expect(opened?.status, JSON.stringify(opened?.body)).toBe(200)
  const plan = '节点编号,节点名称,责任单位,计划开始,完成时限\n1,立项,县发改局,2026-03-05,2026-12-31'
  const file = await head?.upload('计划.csv', plan)
  const project = { file: file?.body.file, title: '示范项目', kind: 'reform' }
  const imported = await head?.call('POST', '/project-imports', project)
  expect(imported?.status, JSON.stringify(imported?.body)).toBe(200)
  const found = await test.database.asOwner<{ id: string }>(
    `select distinct (regexp_matches(stream, '[0-9a-f]{8}-[0-9a-f-]{27}', 'g'))[1] as id from journal.entry limit 200`,
  )
  known.ids.push(...found.map(({ id }) => id))
}

/** The county's own pack, with the people who have an account alone: thousands of others change nothing here. */
function suichang(): Record<string, string> {
  const folder = join(root, 'counties', 'suichang')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(yaml|dmn)$/.test(name))
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const pack = Object.fromEntries(files.map((name) => [name.replaceAll('\\', '/'), read(name)]))
  const staff = read('demo/staff.yaml').split('\n# `each`')[0] ?? ''
  return {
    ...pack,
    'organisations/all.yaml': 'organisations: []\n',
    'posts/all.yaml': 'posts: []\n',
    'demo/staff.yaml': staff,
  }
}
