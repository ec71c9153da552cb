import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBeside } from '#platform/server/process/index.ts'

/**
 * What a receiver does instead of answering: nothing and hanging up, a status, an answer that comes late, a message taken without
 * an answer, two answers to one message, a robot's refusal.
 */
export type Fault = 'down' | '500' | '404' | 'slow' | 'silent' | 'twice' | 'refuse' | 'too-often'

/** What reached a receiver: `webhook`, `dingtalk`, `wecom`, `sms` or `mail`. */
export type Received = {
  readonly receiver: string
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: string
}

/** The receivers outside, in a process of their own. */
export type Receivers = {
  readonly url: string
  readonly mailPort: number
  readonly received: readonly Received[]
  /** Gives a receiver its next faults, one an attempt; after them it works. */
  fail(receiver: string, ...next: Fault[]): Promise<void>
  /** Waits until a receiver has got so many messages; gives them. */
  got(receiver: string, count: number): Promise<readonly Received[]>
  stop(): Promise<void>
}

const patienceMilliseconds = 15_000

/** Starts the receivers. */
export async function startReceivers(): Promise<Receivers> {
  const received: Received[] = []
  const { ready, order, stop } = await startBeside<{ readonly http: number; readonly mail: number }>(
    join(import.meta.dirname, 'receivers.process.ts'),
    { hear: (one: Received) => received.push(one) },
  )
  const of = (receiver: string) => received.filter((one) => one.receiver === receiver)
  return {
    url: `http://127.0.0.1:${ready.http}`,
    mailPort: ready.mail,
    received,
    fail: (receiver, ...next) => order({ receiver, next }),
    got: async (receiver, count) => {
      for (const end = Date.now() + patienceMilliseconds; of(receiver).length < count && Date.now() < end; )
        await sleep(20)
      if (of(receiver).length < count) throw new Error(`${receiver} has got ${of(receiver).length} of ${count}`)
      return of(receiver)
    },
    stop,
  }
}
