import type { Problem } from '#platform/contract/problem.ts'
import { isProblem, type ProblemError, UnansweredError } from '../api/failure.ts'
import type { StoredAct } from './local-store.ts'

/** What a sender needs beside the input: the key of the act, and the ids of its files on the server. */
export type Sending = { readonly idempotencyKey: string; readonly evidence: readonly string[] }

/** Sends one kind of act. */
// biome-ignore lint/suspicious/noExplicitAny: each sender knows the input of its own kind
export type Sender = (input: any, sending: Sending) => Promise<unknown>

/** What sending works on. */
export type SendParts = {
  /** Brings one file to the server; gives its id there. */
  upload(file: StoredAct['files'][number]): Promise<string>
  /** The sender of a kind; undefined where this version of the pages knows none. */
  senderOf(kind: string): Promise<Sender | undefined>
  sent(act: StoredAct): Promise<void>
  refused(act: StoredAct, problem: Problem): Promise<void>
}

/**
 * Sends acts in their order. An act that is refused is kept, and holds up the later ones of its stream until the person decides;
 * where no answer comes, or the session has ended, everything that is left waits for another time.
 * @param acts of one person in one post, in the order in which they were done
 * @returns how many were sent
 */
export async function sendActs(acts: readonly StoredAct[], parts: SendParts): Promise<number> {
  const heldUp = new Set(acts.filter(({ refusal }) => refusal !== null).map(({ stream }) => stream))
  let count = 0
  for (const act of acts) {
    if (heldUp.has(act.stream)) continue
    const sender = await parts.senderOf(act.kind)
    if (!sender) continue
    try {
      await sendOne(act, sender, parts)
      await parts.sent(act)
      count++
    } catch (error) {
      if (!isRefusal(error)) return count
      heldUp.add(act.stream)
      await parts.refused(act, error.problem)
    }
  }
  return count
}

async function sendOne(act: StoredAct, sender: Sender, { upload }: SendParts): Promise<void> {
  const evidence: string[] = []
  for (const file of act.files) evidence.push(await upload(file))
  await sender(act.input, { idempotencyKey: act.id, evidence })
}

/** The server's last word on the act, not on the moment: an ended session, a flood or a fault pass. */
function isRefusal(error: unknown): error is ProblemError {
  if (error instanceof UnansweredError) return false
  if (!isProblem(error)) throw error
  const { status } = error.problem
  return status < 500 && status !== 401 && status !== 429
}
