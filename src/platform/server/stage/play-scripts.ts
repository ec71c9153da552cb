import type { z } from 'zod'
import { appendEntries, listStories } from '#platform/server/journal/index.ts'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { type ReadScript, readScripts } from './read-scripts.ts'
import { type ScriptDays, scriptDays } from './script-days.ts'

/*
 * A play is not begun, begun at an instant, or played to its end; both marks stand in the record (`<scenario>.demo.begun`,
 * `.played`). All its times count from the first, so one that was cut short goes on at the next start as if it had not been.
 */

/** What a scenario plays: its scripts, and their days counted from the instant at which the play was begun. */
export type Scripts<Script> = {
  readonly scripts: readonly ReadScript<Script>[]
  readonly begunAt: Date
  readonly days: ScriptDays
}

/**
 * Lets a scenario play the scripts of a demonstration, `demo/<scenario>/*.yaml` of the pack, once; a county without any has no play.
 * `play` may be called again with the same days where it was cut short: each of its requests has a key of its own.
 * @param shape of one script, checked with file and line
 * @example `playScripts(services, demo, { scenario: 'supervision', shape: Script }, async ({ scripts, begunAt, days }) => …)`
 */
export async function playScripts<Script>(
  services: Services,
  demo: Demonstration,
  { scenario, shape }: { readonly scenario: string; readonly shape: z.ZodType<Script> },
  play: (scripts: Scripts<Script>) => Promise<void>,
): Promise<void> {
  const found = await findPlay(services, scenario)
  if (found?.isOver) return
  const scripts = await readScripts(demo.folder, scenario, shape)
  if (scripts.length === 0) return
  const begunAt = found?.begunAt ?? services.clock.now()
  if (found === undefined) await mark(services, scenario, { version: 1, kind: 'begun', recordedAt: begunAt })
  await play({ scripts, begunAt, days: scriptDays(services.rules().calendar, begunAt.getTime()) })
  await mark(services, scenario, { version: 2, kind: 'played', recordedAt: services.clock.now() })
}

/** When a scenario's play was begun, and whether it is over; nothing where it was never begun. */
export async function findPlay({ database, jurisdiction }: Services, scenario: string) {
  const [begun, played] = await database.asSystem(jurisdiction, (tx) =>
    listStories(tx, jurisdiction, [streamOf(scenario)]),
  )
  return begun && { begunAt: begun.at, isOver: played !== undefined }
}

type Mark = { readonly version: number; readonly kind: 'begun' | 'played'; readonly recordedAt: Date }

async function mark({ database, jurisdiction }: Services, scenario: string, { kind, ...when }: Mark): Promise<void> {
  const what = { kind: `${scenario}.demo.${kind}`, stream: streamOf(scenario), actor: { system: 'demo' }, payload: {} }
  await database.asSystem(jurisdiction, (tx) => appendEntries(tx, [{ ...when, ...what, jurisdiction }]))
}

function streamOf(scenario: string): string {
  return `${scenario}.demo/play`
}
