/** A scene that builds on one that was left out. */
export class NotThere extends Error {}

/** What follows where a department did not answer: what was asked of it waits, or is not there. */
const silence = ['residents.identity.unavailable', 'residents.enterprise.unavailable']
const codes = [
  ...silence,
  'residents.enterprise.none',
  'residents.mandate.helper-unknown',
  'residents.mandate.none',
  'casework.step.not-open',
  'casework.correction.none',
  'casework.consent.not-asked',
  'casework.case.not-gathering',
  'data-hub.dispute.nothing-brought',
]

/** Whether a scene cannot be played because a department did not answer: the play goes on without it, for a county must start all the same. */
export function isLeftOut(error: unknown): boolean {
  return error instanceof Error && (error instanceof NotThere || codes.some((code) => error.message.includes(code)))
}

const pausesMilliseconds = [500, 1500, 4000]

/** Plays a scene again, a little later each time, where a department was silent: a machine that is starting is busy. */
export async function patiently(play: () => Promise<void>): Promise<void> {
  for (const pause of pausesMilliseconds)
    try {
      return await play()
    } catch (error) {
      if (!(error instanceof Error) || !silence.some((code) => error.message.includes(code))) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  return play()
}
