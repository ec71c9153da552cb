import type { Seeded } from '#platform/kernel/seeded.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import type { Props, ScriptDays } from '#platform/server/stage/index.ts'
import type { Drafted } from '../draft-project.ts'
import type { Stage } from '../stage.ts'
import type { Agenda } from './agenda.ts'
import type { CountyProject } from './make-projects.ts'
import type { Material } from './outline.ts'

/** The play of a county: what all its projects are played with. */
export type CountyPlay = {
  readonly services: Services
  readonly demo: Demonstration
  readonly props: Props
  readonly days: ScriptDays
  readonly material: Material
  /** What would happen from here on does not. */
  readonly until: Instant
}

/** The play of one of its projects. */
export type Telling = {
  readonly play: CountyPlay
  readonly stage: Stage
  readonly drafted: Drafted<CountyProject>
  readonly agenda: Agenda
  readonly chance: Seeded
}
