import { call } from '@orpc/server'
import type { Cue } from '#platform/server/stage/index.ts'
import type { Drafted } from './draft-project.ts'
import type { Scene, ScriptNode } from './script.ts'
import type { Stage } from './stage.ts'

/** One scene with its place in the play. `appeals` holds the latest objection of each node. */
export type Performance = {
  readonly drafted: Drafted
  readonly node: ScriptNode
  readonly scene: Scene
  readonly at: Date
  readonly key: string
  readonly appeals: Map<string, string>
}

/** Performs one scene through the route that people use for it. */
export async function performScene(stage: Stage, performance: Performance): Promise<void> {
  const { drafted, node: row, scene, key, at, appeals } = performance
  const node = drafted.nodes.get(row.code) ?? ''
  const cue: Cue = { key, at, actor: await actorOf(stage, performance) }
  const evidence = scene.submit !== undefined || scene.photo ? [await photograph(stage, cue, row)] : []
  await stage.ask(cue, async (router, options) => {
    if (scene.report !== undefined)
      await call(router.report, { node, progress: scene.report, note: scene.note ?? '', evidence }, options)
    if (scene.submit !== undefined) await call(router.submit, { node, note: scene.submit, evidence }, options)
    if (scene.accept !== undefined) await call(router.accept, { node, note: scene.accept }, options)
    if (scene.return !== undefined) await call(router.return, { node, reason: scene.return }, options)
    if (scene.appeal !== undefined)
      appeals.set(node, (await call(router.appeal, { node, reason: scene.appeal }, options)).appeal)
    const answer = scene.uphold ?? scene.reject
    if (answer === undefined) return
    const input = { appeal: appeals.get(node) ?? '', upheld: scene.uphold !== undefined, reason: answer }
    await call(router.answerAppeal, input, options)
  })
}

async function actorOf(stage: Stage, { drafted, node, scene }: Performance) {
  const ofLead = [scene.accept, scene.return, scene.uphold, scene.reject].some((act) => act !== undefined)
  if (scene.by !== undefined) return stage.actorOf(scene.by)
  if (ofLead) return drafted.lead
  if (node.owner === undefined) throw new Error(`${node.code} is its whole unit’s: say by whom`)
  return stage.actorOf(node.owner, node.unit)
}

function photograph(stage: Stage, cue: Cue, { code, title }: ScriptNode): Promise<string> {
  const index = [...code].reduce((sum, character) => sum + character.charCodeAt(0), 0)
  return stage.bring(cue, `${title}（演示图片）.png`, stage.pictures[index % stage.pictures.length] as Buffer)
}
