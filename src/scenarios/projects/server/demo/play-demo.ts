import { join } from 'node:path'
import { call } from '@orpc/server'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { type Drafted, draftProject } from './draft-project.ts'
import { performScene } from './perform-scene.ts'
import { findMark, markBegun, markPlayed } from './play-mark.ts'
import { readScripts } from './read-scripts.ts'
import { type ScriptDays, scriptDays } from './script-days.ts'
import { type Stage, setStage } from './stage.ts'

/**
 * Plays the scripts of a demonstration once, from weeks ago to the instant at which the play was begun. Every request has a key
 * of its own, and times count from the mark in the record: a play that was cut short goes on where it was.
 */
export async function playDemo(services: Services, demo: Demonstration): Promise<void> {
  const mark = await findMark(services)
  if (mark?.played) return
  const scripts = await readScripts(join(demo.folder, 'projects'))
  if (scripts.length === 0) return
  const { begunAt } = mark ?? (await markBegun(services))
  const days = scriptDays(services.rules().calendar, begunAt.getTime())
  const stage = setStage(services, demo)
  const drafts = await Promise.all(scripts.map((script) => draftProject(stage, days, script)))
  for (const { at, happen } of inOrder([...nightsAndEvenings(days, drafts), ...happenings(stage, days, drafts)])) {
    if (at.getTime() > begunAt.getTime()) break
    await demo.passTime(at)
    await happen?.()
  }
  await demo.passTime(begunAt)
  await markPlayed(services)
}

type Happening = { readonly at: Date; readonly happen?: () => Promise<unknown> }

function happenings(stage: Stage, days: ScriptDays, drafts: readonly Drafted[]): Happening[] {
  return drafts.flatMap((drafted) => [startOf(stage, days, drafted), ...scenesOf(stage, days, drafted)])
}

function startOf(stage: Stage, days: ScriptDays, { script, lead, project }: Drafted): Happening {
  const at = new Date(days.instantOf(script.value.started))
  const cue = { actor: lead, at, key: `demo/${script.name}/start` }
  return { at, happen: () => stage.ask(cue, (router, options) => call(router.start, { project }, options)) }
}

function scenesOf(stage: Stage, days: ScriptDays, drafted: Drafted): Happening[] {
  const { name, value, source } = drafted.script
  const appeals = new Map<string, string>()
  return value.nodes.flatMap((node, row) =>
    node.story.map((scene, index): Happening => {
      const at = new Date(days.instantOf(scene))
      const key = `demo/${name}/${node.code}/${index + 1}`
      const { file, line } = source.locate(['nodes', row, 'story', index])
      const happen = () =>
        performScene(stage, { drafted, node, scene, at, key, appeals }).catch((error: unknown) => {
          throw new Error(`${file}:${line} ${(error as Error).message}`, { cause: error })
        })
      return { at, happen }
    }),
  )
}

/** Work begins and deadlines pass at the ends of days: what they bring is recorded then. */
function nightsAndEvenings(days: ScriptDays, drafts: readonly Drafted[]): Happening[] {
  const earliest = Math.min(0, ...drafts.map(({ script }) => script.value.started.on))
  const offsets = Array.from({ length: -earliest + 1 }, (_, index) => earliest + index)
  return offsets.flatMap((on) => [
    { at: new Date(days.instantOf({ on, at: '00:00' })) },
    { at: new Date(days.endOf(on) + 1) },
  ])
}

function inOrder(all: readonly Happening[]): Happening[] {
  return all.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
