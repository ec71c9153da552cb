import { ok, type Result, refuse } from '#platform/kernel/result.ts'

/*
 * A code goes to a phone as six digits. It counts once, for five minutes, for five guesses, and for the one thing that it was sent for. A
 * phone gets one a minute, five an hour and ten a day; an address asks for sixty an hour, for a whole village may stand behind one. What is
 * answered never tells whether the phone is known.
 */

/** For how long a code counts. */
export const codeMinutes = 5
/** How often somebody may type one before it is void. */
export const codeTries = 5

const phoneLimits = [
  { seconds: 60, most: 1 },
  { seconds: 3_600, most: 5 },
  { seconds: 86_400, most: 10 },
]
const addressLimits = [{ seconds: 3_600, most: 60 }]

/** The longest time that a limit looks back over, in seconds. */
export const codeMemorySeconds = 86_400

/** When codes were sent before: to the phone, and on behalf of the address. */
export type CodesBefore = { readonly phone: readonly Date[]; readonly address: readonly Date[] }

/** Whether one more code may be sent now. Refuses: `residents.code.too-many`, with the seconds to wait. */
export function maySend(before: CodesBefore, now: Date): Result<undefined> {
  const waits = [
    ...phoneLimits.map((limit) => secondsToWait(before.phone, limit, now)),
    ...addressLimits.map((limit) => secondsToWait(before.address, limit, now)),
  ]
  const seconds = Math.max(...waits)
  return seconds > 0 ? refuse('residents.code.too-many', { seconds }) : ok(undefined)
}

/** Until the oldest of the last `most` has gone out of the window. */
function secondsToWait(sent: readonly Date[], limit: { seconds: number; most: number }, now: Date): number {
  const ages = sent.map((at) => (now.getTime() - at.getTime()) / 1000).sort((a, b) => a - b)
  const age = ages[limit.most - 1]
  return age === undefined || age >= limit.seconds ? 0 : Math.ceil(limit.seconds - age)
}
