import type { CountyProgress } from '#platform/server/scenario/index.ts'
import type { Platform } from './assemble.ts'
import { demonstrationOf } from './play-demo.ts'

/** How a whole county is played. */
export type PlayOptions = {
  /** The pack's folder for demonstrations. */
  readonly folder: string
  /** How many of each scenario's projects at most; all where it is left out. */
  readonly most?: number | undefined
  readonly tell?: (progress: CountyProgress) => void
}

/** Brings a demonstration county to its full scale: who has signed in on the phone, then what each scenario plays. */
export async function playCounty(
  platform: Platform,
  { folder, most, tell = () => undefined }: PlayOptions,
): Promise<void> {
  const { pack, door, services, scenarios } = platform
  if (!pack.county.demo) return
  await door.recordPhones(pack.people.filter(({ onPhone }) => onPhone).map(({ id }) => id))
  const demo = { ...demonstrationOf(platform, folder), most }
  for (const scenario of scenarios) await scenario.playCounty?.(services, demo, tell)
}

/** How far the scenarios' plays have come in all; nothing where none was begun. */
export async function countyProgress({ services, scenarios }: Pick<Platform, 'services' | 'scenarios'>) {
  const all = await Promise.all(scenarios.map((scenario) => scenario.countyProgress?.(services)))
  const begun = all.filter((one) => one !== undefined)
  if (begun.length === 0) return undefined
  return begun.reduce((sum, one) => ({ played: sum.played + one.played, of: sum.of + one.of }))
}
