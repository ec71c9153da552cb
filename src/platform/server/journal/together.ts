import { CanonicalText, canonicalJson, type JsonObject } from '#platform/kernel/canonical-json.ts'
import type { JurisdictionId, OrganisationId } from '#platform/kernel/ids.ts'
import { type EntryActor, type EntryId, type NewEntry, newEntryId, type WrittenEntry } from './entry.ts'

/*
 * One entry that tells the same of many things, each at its instant: what time brings comes to thousands at once. It is an entry as
 * any other, with one leaf; its stream is its own. Whoever reads the record, a projection or a story, finds it unfolded: one entry for
 * each member, in the member's stream, at the member's version. What a member is (`about`) is not written again: it is what the last
 * entry of its own stream before says of it.
 */

/** Members that took the same step at the same instant. */
export type Step = {
  readonly at: Date
  /** How many versions after the one that is written with each member it now stands. */
  readonly after: number
  /** `[["<id>",<version>],…]` in canonical JSON, as a database writes it. */
  readonly members: string
}

/** What is told of all of them. */
export type Together = {
  readonly jurisdiction: JurisdictionId
  readonly kind: string
  /** What the stream of a member begins with, before its id. */
  readonly thing: string
  readonly facts: JsonObject
  readonly steps: readonly Step[]
  readonly recordedAt: Date
  readonly actor: EntryActor
  readonly rule?: NewEntry['rule']
  readonly readers?: readonly OrganisationId[] | undefined
}

/** Members in one entry at most: a story of one of them reads them all. */
export const mostMembers = 1000

/** The stream of an entry that tells of many begins so. */
const togetherPrefix = 'journal.together/'

/** The entry that tells of them together. */
export function entryTogether({ thing, facts, steps, ...entry }: Together): WrittenEntry & { readonly id: EntryId } {
  const id = newEntryId()
  const told = steps.map(
    ({ at, after, members }) => `{"after":${after},"at":"${at.toISOString()}","members":${members}}`,
  )
  const last = Math.max(...steps.map(({ at }) => at.getTime()))
  const text = `{"facts":${canonicalJson(facts)},"steps":[${told.join(',')}],"thing":${canonicalJson(thing)}}`
  return {
    ...entry,
    ...{ id, stream: `${togetherPrefix}${id}`, version: 1, at: new Date(last), payload: new CanonicalText(text) },
  }
}

/** One of many, as its own entry would name it. */
export type Member = { readonly stream: string; readonly version: number; readonly at: Date }

/** Those that an entry tells of; undefined where it tells of one thing, or its payload was erased. */
export function membersOf(entry: {
  readonly stream: string
  readonly payload: JsonObject | undefined
}): { readonly facts: JsonObject; readonly members: readonly Member[] } | undefined {
  if (!entry.stream.startsWith(togetherPrefix) || entry.payload === undefined) return undefined
  const { facts, steps, thing } = entry.payload as unknown as Payload
  const members = steps.flatMap(({ after, at, members }) =>
    members.map(([id, version]) => ({ stream: thing + id, version: version + after, at: new Date(at) })),
  )
  return { facts, members }
}

type Payload = {
  readonly thing: string
  readonly facts: JsonObject
  readonly steps: readonly {
    readonly after: number
    readonly at: string
    readonly members: readonly (readonly [id: string, version: number])[]
  }[]
}
