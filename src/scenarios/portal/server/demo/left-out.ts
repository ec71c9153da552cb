/** A scene that builds on one that was left out. */
export class NotThere extends Error {}

/** What follows where a department did not answer: what was asked of it waits, or is not there. */
const silence = ['residents.identity.unavailable', 'residents.enterprise.unavailable']
const codes = [
  ...silence,
  'residents.code.too-many', // of whom the register has not told after five codes
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

/** Plays a scene. */
export type Patience = (play: () => Promise<void>) => Promise<void>

/**
 * Plays scenes again, a little later each time, where a department was silent, for a machine that is starting is busy; once one has stayed
 * silent, each scene is played once: it may not be there at all.
 */
export function patience(): Patience {
  let pauses: readonly number[] = pausesMilliseconds
  return async (play) => {
    for (const pause of pauses)
      try {
        return await play()
      } catch (error) {
        if (!isSilence(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    try {
      return await play()
    } catch (error) {
      if (isSilence(error)) pauses = []
      throw error
    }
  }
}

function isSilence(error: unknown): boolean {
  return error instanceof Error && silence.some((code) => error.message.includes(code))
}
