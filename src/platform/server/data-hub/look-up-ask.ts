import type { PersonId, PostId } from '#platform/kernel/ids.ts'
import type { Subject } from './subject.ts'

/** One look-up that is wanted. */
export type LookUpAsk = {
  /** A UUID of the caller's own: a repeat gives what is on record under it and asks nobody a second time. */
  readonly id?: string | undefined
  readonly dataset: string
  readonly subject: Subject
  readonly fields: readonly string[]
  /** A consent that is not named is found by the case for which it was given. */
  readonly purpose: { readonly matter: string; readonly case: string; readonly consent?: string | undefined }
  /** Who asks: an office; without person and post it is a decision that no person takes. */
  readonly actor: {
    readonly organisation: string
    readonly person?: PersonId | undefined
    readonly post?: PostId | undefined
  }
  /**
   * Cases under which the same office may have asked the same just before, as for a form that was filled in: an answer that is fresh is
   * taken over and bound to this case, and nobody is asked a second time.
   */
  readonly takeOver?: readonly string[] | undefined
}
