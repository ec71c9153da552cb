import type { Actor } from '#platform/kernel/actor.ts'
import type { Result } from '#platform/kernel/result.ts'
import type { CommandCall, CommandOptions, Decision } from '#platform/server/commands/index.ts'
import type { Scope, Transaction } from '#platform/server/database/index.ts'
import type { ActiveSession } from '#platform/server/identity/index.ts'
import type { ResidentSession } from '#platform/server/residents/index.ts'

/** What is known of a request before its route is. */
export type RequestContext = {
  /** Names the request in the log and to the person. */
  readonly trace: string
  readonly idempotencyKey: string | undefined
  readonly address: string
  /** What the browser says of itself, for the list of one's own sessions. */
  readonly device: string
  /** Tells under which template the request is counted. */
  routed?(template: string): void
  /** Sets or clears the session cookie of the answer. */
  setCookie(value: string): void
  /** The session of the cookie, looked up once. */
  session(): Promise<ActiveSession | undefined>
  /** The session looked up anew, after it was changed. */
  reload(): Promise<ActiveSession | undefined>
  /** Who is signed in, in which post. */
  actor(): Promise<Actor | undefined>
  /** Which resident is signed in: by another door and another cookie than those of the staff. */
  resident(): Promise<ResidentSession | undefined>
}

/** What a handler of a signed-in route gets beside its input. */
export type CallContext = RequestContext & {
  readonly call: {
    readonly actor: Actor
    readonly scope: Scope
    readonly now: Date
    /** Reads in one transaction under the actor's scope. */
    read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
    /** Runs the route's command; see `runCommand`. Throws the refusal for the host to tell. */
    command<Answer>(
      decide: (tx: Transaction, call: CommandCall) => Promise<Result<Decision<Answer>>>,
      options?: CommandOptions,
    ): Promise<Answer>
  }
}
