import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Problem } from '#platform/contract/problem.ts'

/** A file that goes with an act, kept under the key with which it is brought to the server: it is stored there once. */
export type StoredFile = { readonly key: string; readonly name: string; readonly type: string; readonly blob: Blob }

/** An act of a person that waits on this device for the network. */
export type StoredAct = {
  /** Its Idempotency-Key: however often it is sent, it is done once. */
  readonly id: string
  readonly person: string
  /** The post in which it was done, and in which it is sent. */
  readonly post: string
  readonly postName: string
  /** Which sender sends it. */
  readonly kind: string
  /** Acts of one stream are sent in their order. */
  readonly stream: string
  /** What it is, in words. */
  readonly title: string
  /** When it was done, ISO 8601. */
  readonly at: string
  readonly input: unknown
  readonly files: readonly StoredFile[]
  /** Why the server will not have it; null while it waits. */
  readonly refusal: Problem | null
}

/** An answer of the server as it last was, to be looked at without network. */
export type Remembered<T = unknown> = { readonly value: T; readonly at: string; readonly person: string }

interface LocalSchema extends DBSchema {
  acts: { key: string; value: StoredAct; indexes: { person: string } }
  answers: { key: string; value: Remembered }
}

let opened: Promise<IDBPDatabase<LocalSchema>> | undefined

/** What this device keeps, in the browser's own database: it outlives reloads and crashes. */
function local(): Promise<IDBPDatabase<LocalSchema>> {
  opened ??= openDB<LocalSchema>('xianqu', 1, {
    upgrade(database) {
      database.createObjectStore('acts', { keyPath: 'id' }).createIndex('person', 'person')
      database.createObjectStore('answers')
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

/** A person's acts in the order in which they were done. */
export async function listActs(person: string): Promise<StoredAct[]> {
  const acts = await (await local()).getAllFromIndex('acts', 'person', person)
  return acts.sort((a, b) => a.at.localeCompare(b.at))
}

/** Keeps an act, or what became of it. */
export async function putAct(act: StoredAct): Promise<void> {
  await (await local()).put('acts', act)
}

/** Lets go of an act that was sent or given up. */
export async function deleteAct(id: string): Promise<void> {
  await (await local()).delete('acts', id)
}

/** Keeps an answer under a name. */
export async function remember(name: string, answer: Remembered): Promise<void> {
  await (await local()).put('answers', answer, name)
}

/** The answer kept under a name. */
export async function recall(name: string): Promise<Remembered | undefined> {
  return (await local()).get('answers', name)
}

/** Lets go of all answers; of a person's acts, too, where one is named. */
export async function forget(person?: string): Promise<void> {
  const database = await local()
  await database.clear('answers')
  if (person === undefined) return
  for (const { id } of await listActs(person)) await database.delete('acts', id)
}
