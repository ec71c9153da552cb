import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { playScripts, type Scripts, setStage } from '#platform/server/stage/index.ts'
import { routes } from '../routes.ts'
import { type Given, giveMatter, performScene } from './perform-scene.ts'
import { Script } from './script.ts'
import type { Stage } from './stage.ts'

/** Plays the scripts of a demonstration once, each scene at its moment. */
export async function playDemo(services: Services, demo: Demonstration): Promise<void> {
  const stage = setStage(services, demo, routes)
  await playScripts(services, demo, { scenario: 'supervision', shape: Script }, async (scripts) => {
    for (const { at, happen } of happeningsOf(stage, scripts)) {
      if (at >= scripts.begunAt.getTime()) break
      await demo.passTime(new Date(at))
      await happen(new Date(at))
    }
    await demo.passTime(scripts.begunAt)
  })
}

/** Everything that happens, first things first. */
function happeningsOf(stage: Stage, { scripts, days: { instantOf } }: Scripts<Script>) {
  const given = new Map<string, Given>()
  const happenings = scripts.flatMap(({ name, value: script }) => [
    {
      at: instantOf(script.given),
      happen: async (at: Date) => void given.set(name, await giveMatter(stage, { name, script, at, instantOf })),
    },
    ...script.story.map((scene, index) => ({
      at: instantOf(scene),
      happen: (at: Date) =>
        performScene(stage, { given: given.get(name), scene, at, instantOf, key: `supervision/${name}/${index + 1}` }),
    })),
  ])
  return happenings.sort((a, b) => a.at - b.at)
}
