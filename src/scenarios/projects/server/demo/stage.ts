import type { Stage as StageOf } from '#platform/server/stage/index.ts'
import type { routes } from '../routes.ts'

/** Where the plays of projects take place. */
export type Stage = StageOf<ReturnType<typeof routes>>
