import type { Transaction } from '#platform/server/database/index.ts'
import type { CurrentRecord } from './diff-pack.ts'
import type { DocumentKind } from './document-kinds.ts'
import type { RecordContent, RecordKind } from './records.ts'

/** Lets one pack at a time be applied to a jurisdiction. */
export async function lockCounty(tx: Transaction, jurisdiction: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('county.apply ' || $1, 0))`, [jurisdiction])
}

/** Everything that the county has, in the shape in which a pack says it. */
export async function readCurrent(tx: Transaction, jurisdiction: string): Promise<CurrentRecord[]> {
  const parts = await Promise.all(Object.values(reading).map((text) => tx.query<CurrentRecord>(text, [jurisdiction])))
  return parts.flat()
}

const reading: Readonly<Record<RecordKind, string>> = {
  jurisdiction: `select 'jurisdiction' as kind, jurisdiction_id as id, valid_to is not null as retired, false as local,
      jsonb_build_object('name', name, 'shortName', short_name, 'englishName', english_name, 'within', to_jsonb(lies_in),
        'timezone', timezone, 'demo', demo, 'names', names, 'signIn', sign_in) as content
    from identity.jurisdiction where jurisdiction_id = $1`,
  division: `select 'division' as kind, code as id, valid_to is not null as retired, false as local,
      jsonb_build_object('name', name, 'level', level, 'parent', parent_code) as content
    from identity.division where jurisdiction_id = $1`,
  organisation: `select 'organisation' as kind, id, valid_to is not null as retired, origin = 'local' as local,
      jsonb_build_object('name', name, 'shortName', short_name, 'kind', kind, 'parent', parent_id, 'division', division_code,
        'path', to_jsonb(path), 'absorbs', to_jsonb(absorbs)) as content
    from identity.organisation where jurisdiction_id = $1`,
  post: `select 'post' as kind, p.id, p.valid_to is not null as retired, p.origin = 'local' as local,
      jsonb_build_object('organisation', p.organisation_id, 'template', p.template, 'title', p.title, 'english', p.english,
        'seats', p.seats, 'roles', to_jsonb(p.roles), 'administrator', p.administrator,
        'permissions', coalesce(h.permissions, '{}'::jsonb)) as content
    from identity.post p left join (
      select post_id, jsonb_object_agg(permission, scope) as permissions
      from identity.permission where jurisdiction_id = $1 group by post_id
    ) h on h.post_id = p.id
    where p.jurisdiction_id = $1`,
  person: `select 'person' as kind, id::text as id, valid_to is not null as retired, origin = 'local' as local,
      jsonb_build_object('login', login, 'name', name) as content
    from identity.person where jurisdiction_id = $1`,
  appointment: `select 'appointment' as kind, id::text as id, valid_to is not null as retired, origin = 'local' as local,
      jsonb_build_object('person', person_id, 'post', post_id) as content
    from identity.appointment where jurisdiction_id = $1`,
  document: `select 'document' as kind, kind || '/' || id as id, valid_to is not null as retired, false as local,
      jsonb_build_object('type', kind, 'body', body) as content
    from county.document where jurisdiction_id = $1`,
}

/** A record to write, as one JSON object with its id beside its content. */
export type RecordRow = RecordContent & { readonly id: string }

/** Writes records of one kind, new or changed; one that had ended counts again. */
export async function writeRecords(
  tx: Transaction,
  kind: RecordKind,
  batch: { readonly jurisdiction: string; readonly rows: readonly RecordRow[]; readonly at: Date },
): Promise<void> {
  const values = [batch.jurisdiction, JSON.stringify(batch.rows), batch.at]
  for (const text of writing[kind]) await tx.query(text, text.includes('$3') ? values : values.slice(0, 2))
}

const writing: Readonly<Record<RecordKind, readonly string[]>> = {
  jurisdiction: [
    `insert into identity.jurisdiction (jurisdiction_id, name, short_name, english_name, lies_in, timezone, demo, names,
      sign_in, valid_from)
    select $1, r.name, r."shortName", r."englishName", r.within, r.timezone, r.demo, r.names, r."signIn", $3
    from jsonb_to_recordset($2::jsonb) as r (name text, "shortName" text, "englishName" text, within text[], timezone text,
      demo boolean, names jsonb, "signIn" jsonb)
    on conflict (jurisdiction_id) do update set name = excluded.name, short_name = excluded.short_name,
      english_name = excluded.english_name, lies_in = excluded.lies_in, timezone = excluded.timezone, demo = excluded.demo,
      names = excluded.names, sign_in = excluded.sign_in, valid_to = null`,
  ],
  division: [
    `insert into identity.division (jurisdiction_id, code, name, level, parent_code, valid_from)
    select $1, r.id, r.name, r.level, r.parent, $3
    from jsonb_to_recordset($2::jsonb) as r (id text, name text, level text, parent text)
    on conflict (jurisdiction_id, code) do update set name = excluded.name, level = excluded.level,
      parent_code = excluded.parent_code, valid_to = null`,
  ],
  organisation: [
    `insert into identity.organisation (jurisdiction_id, id, parent_id, path, kind, name, short_name, division_code, absorbs,
      place, origin, valid_from)
    select $1, r.id, r.parent, r.path, r.kind, r.name, r."shortName", r.division, r.absorbs, 0, 'pack', $3
    from jsonb_to_recordset($2::jsonb) as r (id text, parent text, path text[], kind text, name text, "shortName" text,
      division text, absorbs text[])
    on conflict (jurisdiction_id, id) do update set parent_id = excluded.parent_id, path = excluded.path,
      kind = excluded.kind, name = excluded.name, short_name = excluded.short_name,
      division_code = excluded.division_code, absorbs = excluded.absorbs, valid_to = null`,
  ],
  post: [
    `insert into identity.post (jurisdiction_id, id, organisation_id, template, title, english, seats, roles, administrator,
      place, origin, valid_from)
    select $1, r.id, r.organisation, r.template, r.title, r.english, r.seats, r.roles, r.administrator, 0, 'pack', $3
    from jsonb_to_recordset($2::jsonb) as r (id text, organisation text, template text, title text, english text, seats int,
      roles text[], administrator text)
    on conflict (jurisdiction_id, id) do update set organisation_id = excluded.organisation_id,
      template = excluded.template, title = excluded.title, english = excluded.english, seats = excluded.seats,
      roles = excluded.roles, administrator = excluded.administrator, valid_to = null`,
    `delete from identity.permission p using jsonb_to_recordset($2::jsonb) as r (id text)
    where p.jurisdiction_id = $1 and p.post_id = r.id`,
    `insert into identity.permission (jurisdiction_id, post_id, permission, scope)
    select $1, r.id, held.key, held.value
    from jsonb_to_recordset($2::jsonb) as r (id text, permissions jsonb), jsonb_each_text(r.permissions) as held`,
  ],
  person: [
    `insert into identity.person (jurisdiction_id, id, login, name, synthetic, origin, valid_from)
    select $1, r.id, r.login, r.name, true, 'pack', $3
    from jsonb_to_recordset($2::jsonb) as r (id uuid, login text, name text)
    on conflict (jurisdiction_id, id) do update set login = excluded.login, name = excluded.name, valid_to = null`,
  ],
  appointment: [
    `insert into identity.appointment (jurisdiction_id, id, person_id, post_id, kind, origin, valid_from)
    select $1, r.id, r.person, r.post, 'holder', 'pack', $3
    from jsonb_to_recordset($2::jsonb) as r (id uuid, person uuid, post text)
    on conflict (jurisdiction_id, id) do update set valid_from = excluded.valid_from, valid_to = null`,
  ],
  document: [
    `insert into county.document (jurisdiction_id, kind, id, body, valid_from)
    select $1, r.type, substr(r.id, length(r.type) + 2), r.body, $3
    from jsonb_to_recordset($2::jsonb) as r (id text, type text, body jsonb)
    on conflict (jurisdiction_id, kind, id) do update set body = excluded.body, valid_to = null`,
  ],
}

/** Ends records of one kind; their rows stay. */
export async function retireRecords(
  tx: Transaction,
  kind: RecordKind,
  batch: { readonly jurisdiction: string; readonly ids: readonly string[]; readonly at: Date },
): Promise<void> {
  const key = { jurisdiction: 'jurisdiction_id', division: 'code', document: `kind || '/' || id` } as Partial<
    Record<RecordKind, string>
  >
  const table = kind === 'document' ? 'county.document' : `identity.${kind}`
  await tx.query(
    `update ${table} set valid_to = $3 where jurisdiction_id = $1 and ${key[kind] ?? 'id::text'} = any($2) and valid_to is null`,
    [batch.jurisdiction, batch.ids, batch.at],
  )
}

/** Puts organisations and posts in the order in which the pack names them. */
export async function orderRecords(
  tx: Transaction,
  table: 'organisation' | 'post',
  jurisdiction: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `update identity.${table} t set place = r.place
    from unnest($2::text[]) with ordinality as r (id, place)
    where t.jurisdiction_id = $1 and t.id = r.id and t.place <> r.place`,
    [jurisdiction, ids],
  )
}

/** Everything that is kept as a document. */
export type StoredKind = DocumentKind | 'calendar' | 'ladder' | 'channels'

/** The document of a kind and id (`standard@1`) in force, if there is one. */
export async function findDocument<Body>(
  tx: Transaction,
  jurisdiction: string,
  kind: StoredKind,
  id: string,
): Promise<Body | undefined> {
  const [row] = await tx.query<{ body: Body }>(
    'select body from county.document where jurisdiction_id = $1 and kind = $2 and id = $3 and valid_to is null',
    [jurisdiction, kind, id],
  )
  return row?.body
}

/** All documents of every kind in force, by kind and id. */
export function listAllDocuments(
  tx: Transaction,
  jurisdiction: string,
): Promise<{ readonly kind: StoredKind; readonly body: unknown; readonly retired: boolean }[]> {
  return tx.query(
    'select kind, body, valid_to is not null as retired from county.document where jurisdiction_id = $1 order by kind, id',
    [jurisdiction],
  )
}

/** All documents of a kind in force. */
export async function listDocuments<Body>(tx: Transaction, jurisdiction: string, kind: StoredKind): Promise<Body[]> {
  const rows = await tx.query<{ body: Body }>(
    'select body from county.document where jurisdiction_id = $1 and kind = $2 and valid_to is null order by id',
    [jurisdiction, kind],
  )
  return rows.map(({ body }) => body)
}

/** How many sets of changes the record holds for a county. */
export async function countApplied(tx: Transaction, jurisdiction: string, stream: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from journal.entry where jurisdiction_id = $1 and stream = $2',
    [jurisdiction, stream],
  )
  return row?.version ?? 0
}
