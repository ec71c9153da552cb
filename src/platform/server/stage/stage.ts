import type { AnyRouter } from '@orpc/server'
import { v7 } from 'uuid'
import { type Actor, isResident } from '#platform/kernel/actor.ts'
import { insertFile, type Kept, mediaTypeOf } from '#platform/server/files/index.ts'
import { Refused, type RequestContext, scopeOf } from '#platform/server/http/index.ts'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { gatherProps, type Props } from './props.ts'

/** One request of a play: who asks, when by the clock of the play, and the key that makes a repeat harmless. */
export type Cue = { readonly actor: Actor; readonly at: Date; readonly key: string }

/** What a request is called with beside its input. */
export type Options = { readonly context: RequestContext }

/** Where a play takes place: a scenario's own routes at any instant, people, and files. */
export type Stage<Router extends AnyRouter> = Pick<Props, 'actorOf' | 'pictures'> & {
  /** Asks a route as the actor at the instant; what the route refuses is thrown with the key. */
  ask<T>(cue: Cue, request: (router: Router, options: Options) => Promise<T>): Promise<T>
  /** Brings a file as the upload of a browser does; gives its id. A repeat of key and name gives the file that is there. */
  bring(cue: Cue, name: string, bytes: Buffer): Promise<string>
}

/**
 * Sets the stage for a scenario's play on a platform's services. Everything goes through the scenario's routes: permissions are
 * asked, rules decide, the record is written, and a key that was used already gives the answer of the first time.
 * @param props shared by the stages of one play; its own where they are left out
 * @example
 * const stage = setStage(services, demo, routes)
 * const cue = { actor: await stage.actorOf('lixiaoyan'), at: new Date(days.instantOf({ on: -3, at: '09:00' })), key: 'demo/1' }
 * await stage.ask(cue, (router, options) => call(router.openMatter, input, options))
 */
export function setStage<Router extends AnyRouter>(
  services: Services,
  demo: Demonstration,
  routes: (services: Services) => Router,
  props: Props = gatherProps(services, demo),
): Stage<Router> {
  return {
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
    actor: async () => (isResident(actor) ? undefined : actor),
    resident: async () =>
      isResident(actor) ? { id: key, resident: actor.person, actor, isVerified: true } : undefined,
  }
}

async function putOnRecord(services: Services, { actor, at, key }: Cue, name: string, kept: Kept): Promise<string> {
  const mediaType = mediaTypeOf(kept.head, name)
  if (mediaType === undefined) throw new Error(`${key}: ${name} is no file that is taken`)
  const row = await services.database.transaction(scopeOf(actor), (tx) =>
    insertFile(tx, {
      ...{
        jurisdiction: actor.jurisdiction,
        id: v7(),
        digest: kept.digest,
        bytes: kept.bytes,
        name,
        key: `${key}/${name}`,
      },
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
