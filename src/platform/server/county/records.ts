import { v5 as uuidFrom } from 'uuid'
import { versioned } from './ladders.ts'
import type { CountyPack, PackOrganisation } from './pack.ts'

/** The kinds of record that a pack sets, each after those that it refers to. */
export const recordKinds = [
  'jurisdiction',
  'division',
  'organisation',
  'post',
  'person',
  'appointment',
  'document',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** One thing that a pack sets: plain JSON, the same whether it comes from the folder or from the database. */
export type PackRecord = { readonly kind: RecordKind; readonly id: string; readonly content: RecordContent }
export type RecordContent = Readonly<Record<string, unknown>>

const appointments = '9b2f5a0e-41d7-5f0c-8a66-0d1f7c3e2a55'

/** Everything that a pack sets, flat. */
export function recordsOf(pack: CountyPack): PackRecord[] {
  const { id, ...county } = pack.county
  return [
    { kind: 'jurisdiction', id, content: county },
    ...pack.divisions.map(({ code, ...content }): PackRecord => ({ kind: 'division', id: code, content })),
    ...organisationRecords(pack.organisations),
    ...pack.posts.map(({ id: post, ...content }): PackRecord => ({ kind: 'post', id: post, content: plain(content) })),
    ...pack.people.map(
      ({ id: person, login, name }): PackRecord => ({ kind: 'person', id: person, content: { login, name } }),
    ),
    ...pack.people.flatMap(({ id: person, posts }) =>
      posts.map(
        (post): PackRecord => ({ kind: 'appointment', id: appointmentId(person, post), content: { person, post } }),
      ),
    ),
    ...documentRecords(pack),
  ]
}

function organisationRecords(organisations: readonly PackOrganisation[]): PackRecord[] {
  const parents = new Map<string, string | undefined>(organisations.map(({ id, parent }) => [id, parent]))
  const pathTo = (id: string): string[] => {
    const parent = parents.get(id)
    return parent === undefined ? [id] : [...pathTo(parent), id]
  }
  return organisations.map(({ id, ...content }) => ({
    kind: 'organisation',
    id,
    content: plain({ ...content, path: pathTo(id) }),
  }))
}

function documentRecords({ calendar, ladders, channels, documents }: CountyPack): PackRecord[] {
  const document = (type: string, id: string, body: object): PackRecord => ({
    kind: 'document',
    id: `${type}/${id}`,
    content: plain({ type, body }),
  })
  return [
    ...(calendar ? [document('calendar', 'calendar', calendar)] : []),
    ...ladders.map((ladder) => document('ladder', versioned(ladder), ladder)),
    ...Object.entries(documents).flatMap(([kind, all]) => all.map((one) => document(kind, versioned(one), one))),
    ...(channels ? [document('channels', 'channels', channels)] : []),
  ]
}

function appointmentId(person: string, post: string): string {
  return uuidFrom(`${person}/${post}`, appointments)
}

/** As JSON has it: what is undefined is null, so that both sides of a comparison look alike. */
function plain(content: object): RecordContent {
  return JSON.parse(JSON.stringify(content, (_, value: unknown) => (value === undefined ? null : value)))
}
