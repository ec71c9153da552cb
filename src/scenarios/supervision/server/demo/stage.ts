import { Readable } from 'node:stream'
import { v7 } from 'uuid'
import type { Actor } from '#platform/kernel/actor.ts'
import { insertFile } from '#platform/server/files/index.ts'
import { Refused, type RequestContext, scopeOf } from '#platform/server/http/index.ts'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { routes } from '../routes.ts'

/** One request of the play: who asks, when by the clock of the play, and the key that makes a repeat harmless. */
export type Cue = { readonly actor: Actor; readonly at: Date; readonly key: string }

/** Where a play takes place: the scenario's own routes at any instant, files, and people. */
export type Stage = {
  actorOf(login: string): Promise<Actor>
  /** Asks a route as the actor at the instant; what the route refuses is thrown with the key. */
  ask<T>(cue: Cue, request: (router: Router, options: { readonly context: RequestContext }) => Promise<T>): Promise<T>
  /** Brings a text as a file; gives its id. */
  bring(cue: Cue, name: string, text: string): Promise<string>
}

export type Router = ReturnType<typeof routes>

/** Sets the stage on a platform's services. */
export function setStage(services: Services, demo: Demonstration): Stage {
  const found = new Map<string, Promise<Actor>>()
  return {
    actorOf: (login) => {
      const actor = found.get(login) ?? demo.actorOf(login)
      found.set(login, actor)
      return actor
    },
    ask: async (cue, request) => {
      const router = routes({ ...services, clock: { now: () => cue.at } })
      return request(router, { context: contextOf(cue) }).catch((error: unknown) => {
        const told = error instanceof Refused ? `${error.refusal.code} ${JSON.stringify(error.refusal.facts)}` : error
        throw new Error(`demo/supervision/${cue.key}: ${told}`, { cause: error })
      })
    },
    bring: (cue, name, text) => bring(services, cue, name, text),
  }
}

async function bring(services: Services, { actor, at, key }: Cue, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text, 'utf8')
  const kept = await services.files.keep(Readable.from([bytes]), bytes.length)
  if (kept === undefined) throw new Error('a file of the play was longer than itself')
  const row = await services.database.transaction(scopeOf(actor), (tx) =>
    insertFile(tx, {
      ...{ jurisdiction: actor.jurisdiction, id: v7(), digest: kept.digest, bytes: kept.bytes, name, key },
      ...{ media_type: 'text/plain', uploaded_by: actor.person, uploaded_at: at, readers: [actor.organisation] },
    }),
  )
  return row.id
}

function contextOf({ actor, key }: Cue): RequestContext {
  return {
    ...{ trace: key, idempotencyKey: `supervision/${key}`.slice(0, 64), address: '', device: '' },
    setCookie: () => undefined,
    session: async () => undefined,
    reload: async () => undefined,
    actor: async () => actor,
  }
}
