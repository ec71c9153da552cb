import type { Services } from '#platform/server/scenario/index.ts'
import { answerAppeal } from '../commands/answer-appeal.ts'
import { appealLamp } from '../commands/appeal-lamp.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { viewAppealPlace } from '../views/appeal-place.ts'

/** Objections and their answers. */
export const appealHandlers = (os: ProjectsImplementer, { rules }: Services) => ({
  appeal: os.appeal.handler(({ context: { call }, input }) =>
    call.command((tx, command) => appealLamp(tx, command, rules(), input)),
  ),
  appealPlace: os.appealPlace.handler(({ context, input }) => viewAppealPlace(context.call, input.appeal)),
  answerAppeal: os.answerAppeal.handler(({ context: { call }, input }) =>
    call.command((tx, command) => answerAppeal(tx, command, rules(), input)),
  ),
})
