import type { Transaction } from '#platform/server/database/index.ts'

/** Names by id, for screens; an id that nobody has stands for itself. */
export type Names = {
  organisation(id: string): string
  person(id: string): string
  post(id: string): string
}

/** What names are wanted of. Repeats and nulls do no harm. */
export type NamesWanted = {
  readonly organisations?: readonly (string | null | undefined)[]
  readonly people?: readonly (string | null | undefined)[]
  readonly posts?: readonly (string | null | undefined)[]
}

/** The names of organisations (short), people and posts in one question. */
export async function findNames(tx: Transaction, jurisdiction: string, wanted: NamesWanted): Promise<Names> {
  const rows = await tx.prepared<{ kind: string; id: string; name: string }>(
    'identity.find-names',
    `select 'organisation' as kind, id, short_name as name from identity.organisation where jurisdiction_id = $1 and id = any($2)
      union all select 'person', id::text, name from identity.person where jurisdiction_id = $1 and id = any($3::uuid[])
      union all select 'post', id, title from identity.post where jurisdiction_id = $1 and id = any($4)`,
    [jurisdiction, distinct(wanted.organisations), distinct(wanted.people), distinct(wanted.posts)],
  )
  const names = new Map(rows.map(({ kind, id, name }) => [`${kind}/${id}`, name]))
  const nameOf = (kind: string) => (id: string) => names.get(`${kind}/${id}`) ?? id
  return { organisation: nameOf('organisation'), person: nameOf('person'), post: nameOf('post') }
}

function distinct(ids: readonly (string | null | undefined)[] = []): string[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))]
}

/** A person in a post, as a spreadsheet may name them. */
export type NamedPerson = { readonly id: string; readonly name: string; readonly login: string; readonly unit: string }

/** People in force by name or by name with login, with each organisation in which they hold a post. */
export function listPeopleNamed(
  tx: Transaction,
  jurisdiction: string,
  names: readonly string[],
  at: Date,
): Promise<NamedPerson[]> {
  return tx.query<NamedPerson>(
    `select distinct p.id, p.name, p.login, t.organisation_id as unit from identity.person p
      join identity.appointment a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id
        and a.valid_from <= $3 and (a.valid_to is null or a.valid_to > $3)
      join identity.post t on t.jurisdiction_id = a.jurisdiction_id and t.id = a.post_id
      where p.jurisdiction_id = $1 and p.valid_to is null and (p.name = any($2) or p.name || p.login = any($2))`,
    [jurisdiction, names, at],
  )
}
