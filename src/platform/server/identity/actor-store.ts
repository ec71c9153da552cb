import type { Actor, Scope } from '#platform/kernel/actor.ts'
import type { JurisdictionId, OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** An actor, and the instant up to which it is known to hold: the end of the appointment, where it has one. */
export type TimedActor = { readonly actor: Actor; readonly until: Date | null }

type Row = {
  personName: string
  postTitle: string
  organisation: OrganisationId
  organisationName: string
  permissions: Record<string, Scope>
  predecessors: OrganisationId[]
  subtree: OrganisationId[]
  until: Date | null
}

const text = `select p.name as "personName", t.title as "postTitle", o.id as organisation, o.short_name as "organisationName",
    coalesce((select jsonb_object_agg(h.permission, h.scope) from identity.permission h
      where h.jurisdiction_id = $1 and h.post_id = t.id), '{}') as permissions,
    array(select identity.absorbed_by($1, array[o.id])) as predecessors,
    below.ids || array(select identity.absorbed_by($1, below.ids)) as subtree,
    a.valid_to as until
  from identity.appointment a
    join identity.person p on p.jurisdiction_id = $1 and p.id = a.person_id and p.valid_to is null
    join identity.post t on t.jurisdiction_id = $1 and t.id = a.post_id and t.valid_to is null
    join identity.organisation o on o.jurisdiction_id = $1 and o.id = t.organisation_id and o.valid_to is null
    cross join lateral (select array_agg(b.id order by b.place, b.id) as ids from identity.organisation b
      where b.jurisdiction_id = $1 and o.id = any(b.path) and b.valid_to is null) as below
  where a.jurisdiction_id = $1 and a.person_id = $2 and a.post_id = $3
    and a.valid_from <= $4 and (a.valid_to is null or a.valid_to > $4)
  order by a.valid_to desc nulls first limit 1`

/** The person at work in the post at an instant; undefined where they do not hold it then. */
export async function findActor(
  tx: Transaction,
  who: { readonly jurisdiction: JurisdictionId; readonly person: PersonId; readonly post: PostId },
  at: Date,
): Promise<TimedActor | undefined> {
  const { jurisdiction, person, post } = who
  const [row] = await tx.prepared<Row>('identity.find-actor', text, [jurisdiction, person, post, at])
  if (!row) return undefined
  const { until, permissions, ...rest } = row
  return { actor: { jurisdiction, person, post, ...rest, permissions: new Map(Object.entries(permissions)) }, until }
}
