import type { AnyContractRouter } from '@orpc/contract'
import type { AnyRouter } from '@orpc/server'
import type { Command } from 'commander'
import type { RefusalTable } from '#platform/contract/refusal-registry.ts'
import type { Room } from '#platform/server/database/index.ts'
import type { Projection } from '#platform/server/journal/index.ts'
import type { NoticeRule } from '#platform/server/notices/index.ts'
import type { OwedKind, OwnDayLine, Reader } from './day.ts'
import type { CountyProgress, Demonstration } from './demonstration.ts'
import type { Services } from './services.ts'
import type { Sweep } from './sweep.ts'

/** What a scenario brings to the server; its folder is all there is to it. */
export type Scenario = {
  /** The folder's name, which is also its PostgreSQL schema. */
  readonly id: string
  readonly contract: AnyContractRouter
  readonly refusals: RefusalTable
  /** Permissions that its routes ask for, with what they allow in Chinese; a county pack gives them to posts. */
  readonly permissions: Readonly<Record<string, string>>
  readonly rooms: readonly Room[]
  /** The contract implemented. */
  routes(services: Services): AnyRouter
  /** What the clock alone changes. */
  sweeps(services: Services): readonly Sweep[]
  /** What it derives from the record. */
  readonly projections?: readonly Projection[]
  /** Whom its entries are told. */
  readonly notices?: readonly NoticeRule[]
  /** The kinds of obligations that it opens. */
  readonly owed?: Readonly<Record<string, OwedKind>>
  /** Lines of the list of a day that it tells better than the obligations do, and what is not owed yet. */
  day?(services: Services, reader: Reader): Promise<readonly OwnDayLine[]>
  /** The page of a thing of its own, by the thing's stream. */
  pageOf?(stream: string): string | undefined
  /** Adds commands of its own; they need files alone. */
  commands?(program: Command): void
  /** Brings a demonstration county to life, through the routes that people use; called at each start, it plays once. */
  playDemo?(services: Services, demo: Demonstration): Promise<void>
  /** Brings the county to its full scale while it is served already; goes on where it was cut short, tells each step. */
  playCounty?(services: Services, demo: Demonstration, tell: (progress: CountyProgress) => void): Promise<void>
  /** How far that has come; nothing where it was never begun. */
  countyProgress?(services: Services): Promise<CountyProgress | undefined>
  /** Figures for `xianqu doctor`. */
  count?(services: Services): Promise<Readonly<Record<string, number>>>
}

/** Declares a scenario, checked against the type and given back as it is. */
export function defineScenario(scenario: Scenario): Scenario {
  return scenario
}
