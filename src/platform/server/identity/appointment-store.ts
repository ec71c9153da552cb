import type { OrganisationId, PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Statement } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import type { CandidateFacts, PostFacts } from './domain/appointment-rules.ts'

/** A time from an instant up to another, or without end. */
export type Span = { readonly from: Date; readonly until: Date | null }

/** A post with those who hold it of their own right at any instant of the span. */
export async function findPostFacts(
  tx: Transaction,
  jurisdiction: string,
  post: string,
  span: Span,
): Promise<(PostFacts & { readonly organisation: OrganisationId }) | undefined> {
  const [row] = await tx.query<PostFacts & { organisation: OrganisationId }>(
    `select t.id, t.title, t.seats, t.administrator, t.organisation_id as organisation, coalesce((
        select array_agg(distinct a.person_id::text) from identity.appointment a
        where a.jurisdiction_id = $1 and a.post_id = t.id and a.kind = 'holder'
          and (a.valid_to is null or a.valid_to > $3) and ($4::timestamptz is null or a.valid_from < $4)
      ), '{}') as holders
    from identity.post t where t.jurisdiction_id = $1 and t.id = $2 and t.valid_to is null`,
    [jurisdiction, post, span.from, span.until],
  )
  return row
}

/** A person with the posts that they hold, in whatever way, at any instant of the span. */
export async function findCandidateFacts(
  tx: Transaction,
  jurisdiction: string,
  person: string,
  span: Span,
): Promise<CandidateFacts | undefined> {
  const [row] = await tx.query<CandidateFacts>(
    `select p.id, p.name, coalesce(array_agg(t.id) filter (where t.id is not null), '{}') as posts,
      coalesce(array_agg(t.administrator) filter (where t.administrator is not null), '{}') as administrators
    from identity.person p
      left join identity.appointment a on a.jurisdiction_id = $1 and a.person_id = p.id
        and (a.valid_to is null or a.valid_to > $3) and ($4::timestamptz is null or a.valid_from < $4)
      left join identity.post t on t.jurisdiction_id = $1 and t.id = a.post_id and t.valid_to is null
    where p.jurisdiction_id = $1 and p.id = $2 and p.valid_to is null group by p.id, p.name`,
    [jurisdiction, person, span.from, span.until],
  )
  return row
}

/** An appointment that has not ended at an instant. */
export type Appointment = {
  readonly id: string
  readonly person: PersonId
  readonly post: PostId
  readonly organisation: OrganisationId
  readonly kind: 'holder' | 'delegate'
  readonly forPerson: PersonId | null
}

/** The appointment of an id, unless it has ended. */
export async function findAppointment(
  tx: Transaction,
  jurisdiction: string,
  id: string,
  at: Date,
): Promise<Appointment | undefined> {
  const [row] = await tx.query<Appointment>(
    `select a.id, a.person_id as person, a.post_id as post, t.organisation_id as organisation, a.kind,
      a.for_person_id as "forPerson"
    from identity.appointment a join identity.post t on t.jurisdiction_id = $1 and t.id = a.post_id
    where a.jurisdiction_id = $1 and a.id = $2 and (a.valid_to is null or a.valid_to > $3)`,
    [jurisdiction, id, at],
  )
  return row
}

/** Writes an appointment that the county itself makes. */
export function insertAppointment(
  jurisdiction: string,
  made: {
    readonly id: string
    readonly person: PersonId
    readonly post: PostId
    readonly span: Span
    readonly standsInFor?: { readonly person: PersonId; readonly reason: string }
  },
): Statement {
  const { id, person, post, span, standsInFor } = made
  const kind = standsInFor ? 'delegate' : 'holder'
  return {
    name: 'identity.insert-appointment',
    text: `insert into identity.appointment (jurisdiction_id, id, person_id, post_id, kind, for_person_id, reason, origin,
        valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, 'local', $8, $9)`,
    values: [
      jurisdiction,
      id,
      person,
      post,
      kind,
      standsInFor?.person ?? null,
      standsInFor?.reason ?? null,
      span.from,
      span.until,
    ],
  }
}

/** Ends an appointment; a pack no longer touches it. One that had not begun never counts. */
export function endAppointment(jurisdiction: string, id: string, at: Date): Statement {
  return {
    name: 'identity.end-appointment',
    text: `update identity.appointment set valid_to = greatest(valid_from, $3::timestamptz), origin = 'local'
      where jurisdiction_id = $1 and id = $2 and (valid_to is null or valid_to > $3)`,
    values: [jurisdiction, id, at],
  }
}

/** Writes a person whom the county itself registers. */
export function insertPerson(
  jurisdiction: string,
  made: { readonly id: PersonId; readonly login: string; readonly name: string; readonly at: Date },
): Statement {
  return {
    name: 'identity.insert-person',
    text: `insert into identity.person (jurisdiction_id, id, login, name, synthetic, origin, valid_from)
      values ($1, $2, $3, $4, false, 'local', $5)`,
    values: [jurisdiction, made.id, made.login, made.name, made.at],
  }
}

/** Whether a login is in use, by people who have left too. */
export async function isLoginTaken(tx: Transaction, jurisdiction: string, login: string): Promise<boolean> {
  const rows = await tx.query('select 1 from identity.person where jurisdiction_id = $1 and login = $2', [
    jurisdiction,
    login,
  ])
  return rows.length > 0
}

/** Replaces what has been made stricter than the pack. */
export function writeTightened(jurisdiction: string, tightened: object): Statement {
  return {
    name: 'identity.write-tightened',
    text: 'update identity.jurisdiction set sign_in_tightened = $2::jsonb where jurisdiction_id = $1',
    values: [jurisdiction, JSON.stringify(tightened)],
  }
}
