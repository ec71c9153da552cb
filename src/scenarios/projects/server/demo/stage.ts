import { Readable } from 'node:stream'
import { v7 } from 'uuid'
import type { Actor } from '#platform/kernel/actor.ts'
import { insertFile, type Kept, mediaTypeOf } from '#platform/server/files/index.ts'
import { Refused, type RequestContext, scopeOf } from '#platform/server/http/index.ts'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { routes } from '../routes.ts'
import { makePictures } from './picture.ts'

/** One request of the play: who asks, when by the clock of the play, and the key that makes a repeat harmless. */
export type Cue = { readonly actor: Actor; readonly at: Date; readonly key: string }

/** Where a play takes place: the scenario's own routes at any instant, files, and people. */
export type Stage = {
  readonly services: Services
  /** People at work, found once each. */
  actorOf(login: string, unit?: string): Promise<Actor>
  /** Asks a route as the actor at the instant; what the route refuses is thrown with the key. */
  ask<T>(cue: Cue, request: (router: Router, options: { readonly context: RequestContext }) => Promise<T>): Promise<T>
  /** Brings a file as the upload of a browser does; gives its id. */
  bring(cue: Cue, name: string, bytes: Buffer): Promise<string>
  /** What stands where photographs would. */
  readonly pictures: readonly Buffer[]
}

export type Router = ReturnType<typeof routes>

/** What several stages share: people found once each, bytes kept once each, pictures. */
export type Props = Pick<Stage, 'actorOf' | 'pictures'> & { kept(bytes: Buffer): Promise<Kept> }

/** Gathers what a play needs, from the platform that it is played on. */
export function gatherProps(services: Services, demo: Demonstration): Props {
  const found = new Map<string, Promise<Actor>>()
  return {
    kept: keeper(services),
    pictures: makePictures(),
    actorOf: (login, unit) => {
      const name = `${login} ${unit ?? ''}`
      const actor = found.get(name) ?? demo.actorOf(login, unit)
      found.set(name, actor)
      return actor
    },
  }
}

/** Sets the stage on a platform's services. */
export function setStage(services: Services, demo: Demonstration, props = gatherProps(services, demo)): Stage {
  return {
    services,
    actorOf: props.actorOf,
    pictures: props.pictures,
    ask: async (cue, request) => {
      const router = routes({ ...services, clock: { now: () => cue.at } })
      return request(router, { context: contextOf(cue) }).catch((error: unknown) => {
        throw new Error(`${cue.key}: ${told(error)}`, { cause: error })
      })
    },
    bring: async (cue, name, bytes) => putOnRecord(services, cue, name, await props.kept(bytes)),
  }
}

function contextOf({ actor, key }: Cue): RequestContext {
  return {
    trace: key,
    idempotencyKey: key,
    address: '',
    device: '',
    setCookie: () => undefined,
    session: async () => undefined,
    reload: async () => undefined,
    actor: async () => actor,
  }
}

/** Keeps bytes in the file store; the same buffer once. */
function keeper({ files }: Services) {
  const known = new Map<Buffer, Promise<Kept | undefined>>()
  return async (bytes: Buffer): Promise<Kept> => {
    const keeping = known.get(bytes) ?? files.keep(Readable.from([bytes]), bytes.length)
    known.set(bytes, keeping)
    const kept = await keeping
    if (kept === undefined) throw new Error('a file of the play was longer than itself')
    return kept
  }
}

async function putOnRecord(services: Services, { actor, at, key }: Cue, name: string, kept: Kept): Promise<string> {
  const mediaType = mediaTypeOf(kept.head, name)
  if (mediaType === undefined) throw new Error(`${key}: ${name} is no file that is taken`)
  const row = await services.database.transaction(scopeOf(actor), (tx) =>
    insertFile(tx, {
      ...{ jurisdiction: actor.jurisdiction, id: v7(), digest: kept.digest, bytes: kept.bytes, name, key },
      ...{ media_type: mediaType, uploaded_by: actor.person, uploaded_at: at, readers: [actor.organisation] },
    }),
  )
  return row.id
}

function told(error: unknown): string {
  if (!(error instanceof Refused)) return String(error)
  const issues = error.issues.map(({ path, message }) => ` ${path} ${message}`)
  return `${error.refusal.code} ${JSON.stringify(error.refusal.facts)}${issues.join('')}`
}
