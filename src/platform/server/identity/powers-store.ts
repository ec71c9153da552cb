import type { OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Transaction } from '#platform/server/database/index.ts'

/** An appointment that has not ended, in the words of a screen; a delegation may begin later. */
export type OpenAppointment = {
  readonly id: string
  readonly post: PostId
  readonly title: string
  readonly organisation: OrganisationId
  readonly organisationName: string
  /** The person on leave for whom the post is held. */
  readonly forPersonName: string | null
  readonly since: Date
  readonly until: Date | null
}

/** The appointments of a person that have not ended at an instant, their own first. */
export function listOpenAppointments(
  tx: Transaction,
  jurisdiction: string,
  person: string,
  at: Date,
): Promise<OpenAppointment[]> {
  return tx.query<OpenAppointment>(
    `select a.id, t.id as post, t.title, o.id as organisation, o.short_name as "organisationName",
      r.name as "forPersonName", a.valid_from as since, a.valid_to as until
    from identity.appointment a
      join identity.post t on t.jurisdiction_id = a.jurisdiction_id and t.id = a.post_id and t.valid_to is null
      join identity.organisation o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.organisation_id
      left join identity.person r on r.jurisdiction_id = a.jurisdiction_id and r.id = a.for_person_id
    where a.jurisdiction_id = $1 and a.person_id = $2 and (a.valid_to is null or a.valid_to > $3)
    order by a.kind desc, a.valid_from, t.place, t.id`,
    [jurisdiction, person, at],
  )
}

/** A post of a unit with who holds it. */
export type StaffedPost = {
  readonly id: PostId
  readonly title: string
  readonly seats: number
  readonly isAdministrator: boolean
  readonly holders: readonly { readonly person: PersonId; readonly name: string; readonly isDelegate: boolean }[]
}

/** The posts of a unit in force, in their order, with who holds each at an instant. */
export function listStaffedPosts(
  tx: Transaction,
  jurisdiction: string,
  organisation: string,
  at: Date,
): Promise<StaffedPost[]> {
  return tx.query<StaffedPost>(
    `select t.id, t.title, t.seats, t.administrator is not null as "isAdministrator", coalesce(jsonb_agg(
        jsonb_build_object('person', p.id, 'name', p.name, 'isDelegate', a.kind = 'delegate')
        order by a.kind desc, a.valid_from, p.name, p.id
      ) filter (where p.id is not null), '[]') as holders
    from identity.post t
      left join identity.appointment a on a.jurisdiction_id = t.jurisdiction_id and a.post_id = t.id
        and a.valid_from <= $3 and (a.valid_to is null or a.valid_to > $3)
      left join identity.person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id and p.valid_to is null
    where t.jurisdiction_id = $1 and t.organisation_id = $2 and t.valid_to is null
    group by t.id, t.title, t.seats, t.administrator, t.place order by t.place, t.id`,
    [jurisdiction, organisation, at],
  )
}
