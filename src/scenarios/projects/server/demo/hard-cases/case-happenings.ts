import { call } from '@orpc/server'
import type { Cue, ScriptDays } from '#platform/server/stage/index.ts'
import type { Happening } from '../happening.ts'
import type { Stage } from '../stage.ts'
import type { CaseScene, CaseScript } from './case-script.ts'

/** Everything that happens to a hard case, each through the route that people use; `projects` are those on record, by script. */
export function caseHappenings(
  stage: Stage,
  days: ScriptDays,
  script: CaseScript,
  projects: ReadonlyMap<string, string> = new Map(),
): Happening[] {
  const play: CasePlay = { stage, script, case: '' }
  const cueOf = async (login: string, at: Date, turn: number): Promise<Cue> => ({
    ...{ actor: await stage.actorOf(login), at, key: `hard-case/${script.id}/${turn}` },
  })
  const published = new Date(days.instantOf(script.published))
  const publish = async () => {
    play.case = await publishCase(play, await cueOf(script.by, published, 0), days, projects)
  }
  const scenes = script.story.map((scene, index): Happening => {
    const at = new Date(days.instantOf(scene))
    return { at, happen: async () => perform(play, scene, await cueOf(actingIn(script, scene), at, index + 1)) }
  })
  return [{ at: published, happen: publish }, ...scenes]
}

type CasePlay = { readonly stage: Stage; readonly script: CaseScript; case: string }

async function publishCase(
  { stage, script }: CasePlay,
  cue: Cue,
  days: ScriptDays,
  projects: ReadonlyMap<string, string>,
): Promise<string> {
  const { title, place, goal, points, selection } = script
  const project = script.project === undefined ? undefined : projects.get(script.project)
  if (script.project !== undefined && project === undefined) throw new Error(`${cue.key}: no ${script.project}`)
  const deadline = new Date(days.instantOf(script.deadline)).toISOString()
  const input = { title, place, goal, points, selection, deadline, ...(project && { project }) }
  return (await stage.ask(cue, (router, options) => call(router.publishHardCase, input, options))).case
}

/** The leader of the team that has the case. */
function leaderOf({ story, selection }: CaseScript): string {
  const chosen = story.find(({ choose }) => choose !== undefined)?.choose
  return (selection === 'choice' ? chosen : story.find(({ claim }) => claim !== undefined)?.by) ?? ''
}

function actingIn(script: CaseScript, { by, submit }: CaseScene): string {
  return by ?? (submit === undefined ? script.by : leaderOf(script))
}

async function perform({ stage, script, case: id }: CasePlay, scene: CaseScene, cue: Cue): Promise<void> {
  const evidence =
    scene.submit === undefined ? [] : [await stage.bring(cue, `${script.title}（演示图片）.png`, pictureOf(stage))]
  const members = await Promise.all(
    (scene.claim?.members ?? []).map(async ({ login, share }) => ({
      person: (await stage.actorOf(login)).person,
      share,
    })),
  )
  const leader = scene.choose === undefined ? '' : (await stage.actorOf(scene.choose)).person
  await stage.ask(cue, async (router, options) => {
    if (scene.claim) await call(router.claimHardCase, { case: id, pledge: scene.claim.pledge, members }, options)
    if (scene.submit) await call(router.submitHardCase, { case: id, note: scene.submit, evidence }, options)
    if (scene.return) await call(router.returnHardCase, { case: id, reason: scene.return }, options)
    if (scene.accept) await call(router.acceptHardCase, { case: id, note: scene.accept }, options)
    if (scene.withdraw) await call(router.withdrawHardCase, { case: id, reason: scene.withdraw }, options)
    if (scene.choose === undefined) return
    const { teamsInOrder } = await call(router.hardCase, { case: id }, options)
    const team = teamsInOrder.find((one) => one.leader === leader)?.team ?? ''
    await call(router.chooseTeam, { case: id, team }, options)
  })
}

function pictureOf({ pictures }: Stage): Buffer {
  return pictures[0] as Buffer
}
