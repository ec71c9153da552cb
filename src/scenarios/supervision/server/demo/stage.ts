import type { Stage as StageOf } from '#platform/server/stage/index.ts'
import type { routes } from '../routes.ts'

export type Router = ReturnType<typeof routes>

/** Where the play of supervision takes place. */
export type Stage = StageOf<Router>
