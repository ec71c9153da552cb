import { call } from '@orpc/server'
import type { Cue, Options, ScriptDays } from '#platform/server/stage/index.ts'
import type { Scene, Script } from './script.ts'
import type { Router, Stage } from './stage.ts'

/** A matter of the play: its id, and the duty of each unit. */
export type Given = { readonly matter: string; readonly duties: ReadonlyMap<string, string> }

type InstantOf = ScriptDays['instantOf']

/** Gives a script's matter to its units. */
export async function giveMatter(
  stage: Stage,
  { name, script, at, instantOf }: { name: string; script: Script; at: Date; instantOf: InstantOf },
): Promise<Given> {
  const { by, given: _, due, story: __, ...matter } = script
  const cue: Cue = { actor: await stage.actorOf(by), at, key: `supervision/${name}/0` }
  const input = { ...matter, dueAt: new Date(instantOf(due)).toISOString() }
  const opened = await stage.ask(cue, (router, options) => call(router.openMatter, input, options))
  const units = [script.lead, ...script.parts]
  return { matter: opened.matter, duties: new Map(units.map((unit, index) => [unit, opened.duties[index] ?? ''])) }
}

/** One scene with its place in the play. */
export type Performance = {
  readonly given: Given | undefined
  readonly scene: Scene
  readonly at: Date
  readonly key: string
  readonly instantOf: InstantOf
}

/** Performs one scene through the route that people use for it. */
export async function performScene(stage: Stage, { given, scene, at, key, instantOf }: Performance): Promise<void> {
  const duty = given?.duties.get(scene.unit) ?? ''
  const cue: Cue = { key, at, actor: await stage.actorOf(scene.by) }
  const told = scene.report ?? scene.submit
  const evidence = told === undefined ? [] : [await stage.bring(cue, '办理情况（演示）.txt', Buffer.from(told))]
  const person = scene.delegate === undefined ? '' : (await stage.actorOf(scene.delegate)).person
  const place: Place = { duty, matter: given?.matter ?? '', person, evidence, instantOf }
  await stage.ask(cue, async (router, options) => {
    await work(router, options, scene, place)
    await ask(router, options, scene, place)
    await watch(router, options, scene, place)
  })
}

type Place = {
  readonly duty: string
  readonly matter: string
  readonly person: string
  readonly evidence: string[]
  readonly instantOf: InstantOf
}

async function work(router: Router, options: Options, scene: Scene, { duty, evidence, person }: Place): Promise<void> {
  if (scene.acknowledge) await call(router.acknowledge, { duty }, options)
  if (scene.report !== undefined) await call(router.report, { duty, note: scene.report, evidence }, options)
  if (scene.submit !== undefined) await call(router.submit, { duty, note: scene.submit, evidence }, options)
  if (scene.delegate !== undefined) await call(router.delegate, { duty, person }, options)
}

async function ask(router: Router, options: Options, scene: Scene, { duty, instantOf }: Place): Promise<void> {
  if (scene.dispute !== undefined) await call(router.dispute, { duty, reason: scene.dispute }, options)
  if (scene.appeal !== undefined) await call(router.appeal, { duty, ...scene.appeal }, options)
  if (scene.extend === undefined) return
  const { reason, ...until } = scene.extend
  await call(router.askExtension, { duty, reason, until: new Date(instantOf(until)).toISOString() }, options)
}

async function watch(router: Router, options: Options, scene: Scene, { duty, matter }: Place): Promise<void> {
  if (scene.accept !== undefined) await call(router.accept, { duty, note: scene.accept }, options)
  if (scene.return !== undefined) await call(router.return, { duty, reason: scene.return }, options)
  if (scene.remind !== undefined) await call(router.remind, { duty, note: scene.remind }, options)
  if (scene.withdraw !== undefined) await call(router.withdrawMatter, { matter, reason: scene.withdraw }, options)
  const reason = scene.grant ?? scene.refuse
  if (reason === undefined) return
  const { requests } = await call(router.duty, { duty }, options)
  const request = requests.find(({ state }) => state === 'open')?.request ?? ''
  const unit = scene.to && { unit: scene.to }
  await call(router.decide, { request, granted: scene.grant !== undefined, reason, ...unit }, options)
}
