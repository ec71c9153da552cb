import type { OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { containing } from './organisation-store.ts'

/** A person as the directory shows them: no phone, no login. */
export type DirectoryPerson = { readonly id: PersonId; readonly name: string; readonly synthetic: boolean }

/** A person as sign-in needs them. */
export type StaffMember = DirectoryPerson & { readonly login: string }

/** A post that a person holds at an instant, of their own right or for somebody on leave. */
export type HeldPost = {
  readonly post: PostId
  readonly title: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly administrator: 'system' | 'security' | 'audit' | null
  /** The instant from which it is held no longer, where that is known. */
  readonly until: Date | null
  /** The person on leave for whom it is held. */
  readonly forPerson: PersonId | null
}

/** Who holds a post at an instant. */
export type Holder = DirectoryPerson & { readonly forPerson: PersonId | null; readonly until: Date | null }

const inForce = `a.valid_from <= $3 and (a.valid_to is null or a.valid_to > $3)`

/** The person with this login, unless they have left. */
export async function findByLogin(
  tx: Transaction,
  jurisdiction: string,
  login: string,
): Promise<StaffMember | undefined> {
  const [row] = await tx.prepared<StaffMember>(
    'identity.find-by-login',
    `select id, name, synthetic, login from identity.person where jurisdiction_id = $1 and login = $2 and valid_to is null`,
    [jurisdiction, login],
  )
  return row
}

/** The person with this id, unless they have left. */
export async function findPerson(
  tx: Transaction,
  jurisdiction: string,
  person: string,
): Promise<StaffMember | undefined> {
  const [row] = await tx.query<StaffMember>(
    `select id, name, synthetic, login from identity.person where jurisdiction_id = $1 and id = $2 and valid_to is null`,
    [jurisdiction, person],
  )
  return row
}

/** A person with the short names of the organisations in which they hold posts. */
export type PlacedPerson = DirectoryPerson & { readonly organisations: string[] }

const placed = (condition: string) =>
  `select p.id, p.name, p.synthetic, coalesce(array_agg(distinct o.short_name) filter (where o.id is not null), '{}')
      as organisations
    from identity.person p
      left join identity.appointment a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id and ${inForce}
      left join identity.post t on t.jurisdiction_id = a.jurisdiction_id and t.id = a.post_id
      left join identity.organisation o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.organisation_id
    where p.jurisdiction_id = $1 and p.valid_to is null and ${condition} group by p.id, p.name, p.synthetic`

/** People in force whose name holds the text, at most `limit`. */
export function searchPeople(
  tx: Transaction,
  jurisdiction: string,
  search: { readonly text: string; readonly limit: number; readonly at: Date },
): Promise<PlacedPerson[]> {
  return tx.query(`${placed('p.name like $2')} order by p.name, p.id limit $4`, [
    ...[jurisdiction, containing(search.text), search.at, search.limit],
  ])
}

/** The person with this id as a search finds them, unless they have left. */
export async function findPlacedPerson(
  tx: Transaction,
  jurisdiction: string,
  person: string,
  at: Date,
): Promise<PlacedPerson | undefined> {
  const [row] = await tx.query<PlacedPerson>(placed('p.id = $2'), [jurisdiction, person, at])
  return row
}

/** The posts that a person holds at an instant, their own first. */
export function listHeldPosts(tx: Transaction, jurisdiction: string, person: string, at: Date): Promise<HeldPost[]> {
  return tx.prepared<HeldPost>(
    'identity.list-held-posts',
    `select t.id as post, t.title, o.id as organisation, o.short_name as "organisationName", t.administrator,
      a.valid_to as until, a.for_person_id as "forPerson"
    from identity.appointment a
      join identity.person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id and p.valid_to is null
      join identity.post t on t.jurisdiction_id = a.jurisdiction_id and t.id = a.post_id and t.valid_to is null
      join identity.organisation o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.organisation_id and o.valid_to is null
    where a.jurisdiction_id = $1 and a.person_id = $2 and ${inForce}
    order by a.kind desc, a.valid_from, t.place, t.id`,
    [jurisdiction, person, at],
  )
}

/** Who holds a post at an instant: its holders, then those who hold it for somebody on leave. */
export function listHolders(tx: Transaction, jurisdiction: string, post: string, at: Date): Promise<Holder[]> {
  return tx.query<Holder>(
    `select p.id, p.name, p.synthetic, a.for_person_id as "forPerson", a.valid_to as until
    from identity.appointment a
      join identity.person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id and p.valid_to is null
    where a.jurisdiction_id = $1 and a.post_id = $2 and ${inForce}
    order by a.kind desc, a.valid_from, p.name, p.id`,
    [jurisdiction, post, at],
  )
}

/** How a person stands with the county at an instant. */
export type Standing = {
  readonly person: string
  /** The county has ended the person: nobody can sign in as them any more. */
  readonly hasLeft: boolean
  /** Where they hold posts: each organisation with all above it, its own id last. Empty without a post. */
  readonly posts: readonly (readonly string[])[]
}

/** How these people stand at an instant; one whom the county does not know is left out. */
export function listStandings(
  tx: Transaction,
  jurisdiction: string,
  people: readonly string[],
  at: Date,
): Promise<Standing[]> {
  return tx.prepared<Standing>(
    'identity.list-standings',
    `select p.id as person, p.valid_to is not null as "hasLeft",
      coalesce(jsonb_agg(distinct to_jsonb(o.path)) filter (where o.id is not null), '[]') as posts
    from identity.person p
      left join identity.appointment a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id and ${inForce}
      left join identity.post t on t.jurisdiction_id = a.jurisdiction_id and t.id = a.post_id and t.valid_to is null
      left join identity.organisation o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.organisation_id and o.valid_to is null
    where p.jurisdiction_id = $1 and p.id = any($2::uuid[]) group by p.id, p.valid_to`,
    [jurisdiction, people, at],
  )
}

/** A person in a post of a unit. */
export type UnitPerson = {
  readonly person: PersonId
  readonly personName: string
  readonly organisation: OrganisationId
  readonly title: string
}

/** Who holds a post in some units at an instant; somebody with two posts comes twice. */
export function listUnitPeople(
  tx: Transaction,
  jurisdiction: string,
  units: readonly string[],
  at: Date,
): Promise<UnitPerson[]> {
  return tx.query<UnitPerson>(
    `select p.id as person, p.name as "personName", t.organisation_id as organisation, t.title
    from identity.appointment a
      join identity.person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id and p.valid_to is null
      join identity.post t on t.jurisdiction_id = a.jurisdiction_id and t.id = a.post_id and t.valid_to is null
    where a.jurisdiction_id = $1 and t.organisation_id = any($2) and ${inForce}
    order by t.organisation_id, t.place, p.name, p.id limit 500`,
    [jurisdiction, units, at],
  )
}
