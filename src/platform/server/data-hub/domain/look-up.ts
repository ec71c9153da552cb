/**
 * A look-up is first asked about: it is put on record, and refused there where nobody granted it. Then the department is asked.
 * answered, not-found, wrong: it ended by the first answer, and whatever comes later changes nothing. waiting: the department did not
 * answer; it is asked again, half a minute later, then after twice as long, up to an hour, until the time is over in which it was
 * to answer: then it is given up, and the applicant may supply the paper. refused: nobody granted it, or the consent was withdrawn while
 * it waited. A process that dies between question and answer leaves it asking; it is asked again like one that waits.
 */
import type { Instant } from '#platform/kernel/working-time/index.ts'

export const lookUpStates = ['asking', 'waiting', 'answered', 'not-found', 'wrong', 'gave-up', 'refused'] as const
export type LookUpState = (typeof lookUpStates)[number]

export function isOver(state: LookUpState): boolean {
  return state !== 'asking' && state !== 'waiting'
}

const firstPauseMilliseconds = 30_000
const longestPauseMilliseconds = 3_600_000

/** When it is asked again after so many attempts; never after the instant at which it is given up. */
export function nextAsk(attempts: number, now: Instant, until: Instant): Instant {
  const pause = Math.min(firstPauseMilliseconds * 2 ** Math.min(attempts - 1, 20), longestPauseMilliseconds)
  return Math.min(now + pause, until)
}
