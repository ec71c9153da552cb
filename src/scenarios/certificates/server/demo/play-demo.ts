import { call } from '@orpc/server'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { playScripts, setStage } from '#platform/server/stage/index.ts'
import { routes } from '../routes.ts'
import { type Scene, Script } from './script.ts'

/** Plays the scripts of a demonstration once: certificates issued at desks, some suspended or revoked since. */
export async function playDemo(services: Services, demo: Demonstration): Promise<void> {
  const stage = setStage(services, demo, routes)
  await playScripts(services, demo, { scenario: 'certificates', shape: Script }, async ({ scripts, days, begunAt }) => {
    for (const { name, value: script } of scripts) {
      const issued = new Map<string, string>()
      for (const [index, scene] of script.story.entries()) {
        const at = new Date(days.instantOf(scene))
        if (at >= begunAt) continue
        const cue = { actor: await stage.actorOf(scene.by), at, key: `certificates/${name}/${index + 1}` }
        await stage.ask(cue, (router, options) => perform(router, options, { scene, holder: script.holder, issued }))
      }
    }
  })
}

type Router = ReturnType<typeof routes>
type Told = { readonly scene: Scene; readonly holder: Script['holder']; readonly issued: Map<string, string> }

async function perform(router: Router, options: Parameters<typeof call>[2], { scene, holder, issued }: Told) {
  if ('issue' in scene) {
    const { issue: type, values } = scene
    const { credential } = await call(router.issue, { type, values, holder }, options as never)
    issued.set(type, credential)
    return
  }
  const type = 'suspend' in scene ? scene.suspend : scene.revoke
  const change = 'suspend' in scene ? 'suspend' : 'revoke'
  const credential = issued.get(type)
  if (credential === undefined) throw new Error(`the script has issued no ${type} before it is ${change}ed`)
  await call(router.stand, { credential, change, reason: scene.reason }, options as never)
}
