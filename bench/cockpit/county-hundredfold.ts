import type { TestPlatform } from '#platform/testing/platform.ts'

const published = { nodes: 3419, projects: 213, people: 787, lamps: 1938, plates: 6632 }
const units = 120
const book = 'projects.figures'

/** The organisations of the bench: as many units as a county has. */
export const manyUnits = Array.from(
  { length: units },
  (_, unit) => `  - { id: u${unit}, name: 单位${unit}, kind: ${unit < 20 ? 'town' : 'bureau'}, parent: county }\n`,
).join('')

/** Lays down raw rows a number of times the county's published scale, and the rollups that the projection keeps of them. */
export async function fillCounty({ database, platform }: TestPlatform, scale: number): Promise<void> {
  const { jurisdiction } = platform.services
  const [nodes, projects, people, lamps, plates] = Object.values(published).map((count) => Math.round(count * scale))
  const run = (text: string) => database.asOwner(text)
  await run(`set session_replication_role = replica`)
  await run(plansSql(jurisdiction, projects ?? 0))
  await run(nodesSql(jurisdiction, nodes ?? 0, projects ?? 1, people ?? 1))
  await run(entriesSql(jurisdiction, lamps ?? 0, nodes ?? 1))
  await run(payloadsSql(jurisdiction))
  await run(platesSql(jurisdiction, plates ?? 0, projects ?? 1))
  for (const text of rollupsSql(jurisdiction)) await run(text)
  await run('analyze')
}

/** The same figures counted from raw rows in one statement; milliseconds. */
export async function peerFigures({ database, platform }: TestPlatform): Promise<number> {
  const began = performance.now()
  await database.asSystem(platform.services.jurisdiction, (tx) => tx.query(rawSql, [platform.services.jurisdiction]))
  return performance.now() - began
}

const plansSql = (jurisdiction: string, count: number) => `
  insert into plans.plan (jurisdiction_id, id, kind, title, lead_organisation, state, confidential, lamp_rule, lamp_rule_version,
    ladder, ladder_version, created_at, started_at, version)
  select '${jurisdiction}', md5('plan' || n)::uuid, (array['investment', 'relocation', 'building', 'reform', 'rural'])[n % 5 + 1],
    '项目' || n, 'u' || n % ${units}, 'running', false, 'five-lamps', '1', 'standard', '1', '2025-08-01', '2025-09-01', 2
  from generate_series(0, ${count} - 1) n`

const nodesSql = (jurisdiction: string, count: number, projects: number, people: number) => `
  insert into plans.node (jurisdiction_id, id, plan_id, ordinal, depth, code, title, leaf, nature, deliverable, organisation, person,
    planned_start, deadline, weight, state, progress, predecessors, links, waits_on, started_at, submitted_at, lamp, changed_at, version)
  select '${jurisdiction}', md5('node' || n)::uuid, md5('plan' || n % ${projects})::uuid, n / ${projects}, 1, n::text, '节点' || n, true,
    '', '', 'u' || n % ${units}, md5('person' || n % ${people})::uuid, due - interval '20 days', due, 1000,
    s.state, 0, case when n >= ${projects} then array[md5('node' || n - ${projects})::uuid] else '{}' end,
    case when n >= ${projects} then jsonb_build_array(jsonb_build_object('node', md5('node' || n - ${projects})::uuid, 'kind', 'FS',
      'lag', 0)) else '[]' end, 0, due - interval '20 days',
    case when s.state = 'done' then due - interval '1 day' end, s.lamp, due, 5
  from generate_series(0, ${count} - 1) n
    cross join lateral (select timestamptz '2025-09-01 17:00+08' + n * 7919::bigint % 500 * interval '1 day' as due) d
    cross join lateral (select case when n % 100 < 55 then 'done' when n % 100 < 75 then 'running' else 'planned' end as state,
      case when n % 100 < 55 then 'green' when n % 100 < 59 then 'red' when n % 100 < 61 then 'yellow' when n % 100 < 66 then 'blue'
        when n % 100 < 75 then 'green' else 'white' end as lamp) s`

const entriesSql = (jurisdiction: string, lamps: number, nodes: number) => `
  insert into journal.entry (jurisdiction_id, id, stream, version, kind, at, recorded_at, actor_system, payload_digest)
  select '${jurisdiction}', md5('entry' || n)::uuid, 'plans.node/' || md5('node' || n % ${nodes})::uuid, 2 + n / ${nodes},
    case when n % 3 = 0 then 'plans.node.accepted' else 'plans.lamp.given' end, at, at, 'clock', decode(repeat('00', 32), 'hex')
  from generate_series(0, ${lamps} * 3 / 2) n
    cross join lateral (select timestamptz '2025-09-01 09:00+08' + n * 6553::bigint % 640800 * interval '1 minute' as at) a`

const payloadsSql = (jurisdiction: string) => `
  insert into journal.payload (jurisdiction_id, entry_id, salt, body)
  select '${jurisdiction}', id, decode(repeat('00', 16), 'hex'),
    jsonb_build_object('to', (array['red', 'yellow', 'blue', 'green'])[abs(hashtext(id::text)) % 4 + 1]) from journal.entry
  where kind in ('plans.lamp.given', 'plans.node.accepted')`

const platesSql = (jurisdiction: string, count: number, projects: number) => `
  insert into figures.thing (jurisdiction_id, book, stream, kind, version, facts)
  select '${jurisdiction}', '${book}', 'plans.plate/' || md5('plate' || n)::uuid, 'plate', 1, jsonb_build_object(
    'month', to_char(timestamp '2025-09-01' + n % 15 * interval '1 month', 'YYYY-MM'), 'plan', md5('plan' || n % ${projects})::uuid,
    'unit', 'u' || n % ${units}, 'colour', (array['green', 'green', 'green', 'yellow', 'red'])[n % 5 + 1])
  from generate_series(0, ${count} - 1) n`

function rollupsSql(jurisdiction: string): readonly string[] {
  const open = `state <> 'done'`
  const standing = (indicator: string, cut: string, key: string, from: string, where: string) => `
    insert into figures.standing (jurisdiction_id, book, indicator, cut, key, label, value)
    select '${jurisdiction}', '${book}', '${indicator}', '${cut}', ${key}, '', count(*) from ${from} where ${where} group by 5`
  const bucket = (indicator: string, cut: string, key: string, kind: string, grain: string) => `
    insert into figures.bucket (jurisdiction_id, book, indicator, cut, grain, period, key, label, value)
    select '${jurisdiction}', '${book}', '${indicator}', '${cut}', '${grain}', date_trunc('${grain}', at at time zone 'Asia/Shanghai')::date,
      ${key}, '', count(*) from journal.entry e join journal.payload p on p.entry_id = e.id
      left join plans.node n on n.id = substr(e.stream, 12)::uuid where e.kind = '${kind}' group by 6, 7`
  const onTime = `(e.version % 5 > 0)::text`
  const nodes = 'plans.node n'
  const lampNames = `array[n.lamp]`
  return [
    `insert into figures.thing (jurisdiction_id, book, stream, kind, version, facts)
      select '${jurisdiction}', '${book}', 'plans.node/' || id, 'node', version, jsonb_build_object('plan', plan_id, 'title', title,
        'unit', organisation, 'person', person, 'due', deadline::date, 'state', state, 'lamp', lamp, 'live', true, 'paused', false)
      from plans.node`,
    `insert into figures.thing (jurisdiction_id, book, stream, kind, version, facts)
      select '${jurisdiction}', '${book}', 'plans.plan/' || id, 'plan', version, jsonb_build_object('title', title, 'kind', kind,
        'lead', lead_organisation, 'state', state) from plans.plan`,
    standing('nodes.open', '', `'{}'::text[]`, nodes, open),
    standing('nodes.open', 'lamp', lampNames, nodes, open),
    standing('nodes.open', 'state', 'array[n.state]', nodes, open),
    standing('nodes.open', 'lamp unit', 'array[n.lamp, n.organisation]', nodes, open),
    standing('nodes.open', 'person', 'array[n.person::text]', nodes, open),
    `insert into figures.standing (jurisdiction_id, book, indicator, cut, key, label, value)
      select '${jurisdiction}', '${book}', 'nodes.open', 'person#', '{}', '', count(distinct person) from plans.node where ${open}`,
    standing('nodes.open', 'due', `array[(n.deadline at time zone 'Asia/Shanghai')::date::text]`, nodes, open),
    standing('nodes.red', 'plan', 'array[n.plan_id::text]', nodes, `${open} and lamp = 'red'`),
    standing('nodes.done', '', `'{}'::text[]`, nodes, `not (${open})`),
    standing('nodes.done', 'unit', 'array[n.organisation]', nodes, `not (${open})`),
    standing('projects.all', 'state', 'array[p.state]', 'plans.plan p', 'true'),
    standing('projects.all', 'kind state', 'array[p.kind, p.state]', 'plans.plan p', 'true'),
    standing(
      'plates.given',
      'month colour',
      `array[facts ->> 'month', facts ->> 'colour']`,
      'figures.thing',
      `kind = 'plate'`,
    ),
    ...['day', 'month'].flatMap((grain) => [
      bucket('lamps.given', 'lamp', `array[p.body ->> 'to']`, 'plans.lamp.given', grain),
      bucket('lamps.given', 'lamp unit', `array[p.body ->> 'to', n.organisation]`, 'plans.lamp.given', grain),
      bucket('nodes.finished', '', `'{}'::text[]`, 'plans.node.accepted', grain),
      bucket('nodes.finished', 'onTime', `array[${onTime}]`, 'plans.node.accepted', grain),
      bucket('nodes.finished', 'onTime unit', `array[${onTime}, n.organisation]`, 'plans.node.accepted', grain),
      bucket('nodes.open', 'lamp', `array[p.body ->> 'to']`, 'plans.lamp.given', grain),
    ]),
    `insert into figures.happening (jurisdiction_id, book, indicator, position, stream, entry_id, kind, at, facts)
      select '${jurisdiction}', '${book}', case when kind = 'plans.lamp.given' then 'lamps.given' else 'nodes.finished' end,
        row_number() over (order by at), stream, id, kind, at, jsonb_build_object('lamp', 'red', 'title', '节点', 'unit', 'u1',
        'plan', md5('plan1')::uuid, 'onTime', true) from journal.entry where kind in ('plans.lamp.given', 'plans.node.accepted')`,
  ]
}

const rawSql = `
  select (select jsonb_object_agg(lamp, n) from (select lamp, count(*) n from plans.node where jurisdiction_id = $1 and leaf
      and state <> 'done' group by 1) a) as lamps,
    (select jsonb_object_agg(u, n) from (select organisation || ' ' || lamp as u, count(*) n from plans.node where jurisdiction_id = $1
      and leaf and state <> 'done' group by 1) a) as units,
    (select count(*) from plans.node where jurisdiction_id = $1 and leaf and state <> 'done' and deadline < '2026-11-20') as overdue,
    (select count(distinct person) from plans.node where jurisdiction_id = $1 and leaf and state <> 'done') as people,
    (select jsonb_agg(p) from (select plan_id, count(*) n from plans.node where jurisdiction_id = $1 and leaf and state <> 'done'
      and lamp = 'red' group by 1 order by 2 desc, 1 limit 8) p) as projects,
    (select jsonb_object_agg(k, n) from (select kind || ' ' || state as k, count(*) n from plans.plan where jurisdiction_id = $1
      group by 1) a) as kinds,
    (select jsonb_object_agg(m, n) from (select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM ') || (body ->> 'to') as m, count(*) n
      from journal.entry e join journal.payload p on p.jurisdiction_id = $1 and p.entry_id = e.id
      where e.jurisdiction_id = $1 and e.kind = 'plans.lamp.given' group by 1) a) as given,
    (select jsonb_object_agg(m, n) from (select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as m, count(*) n from journal.entry e
      join plans.node n on n.jurisdiction_id = $1 and n.id = substr(e.stream, 12)::uuid and n.submitted_at <= n.deadline
      where e.jurisdiction_id = $1 and e.kind = 'plans.node.accepted' group by 1) a) as on_time`
