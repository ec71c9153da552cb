import { call } from '@orpc/server'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { playScripts, type ReadScript, readScripts, type ScriptDays, setStage } from '#platform/server/stage/index.ts'
import { routes } from '../routes.ts'
import { type Drafted, draftProject } from './draft-project.ts'
import { type Happening, happenUntil, inOrder } from './happening.ts'
import { caseHappenings } from './hard-cases/case-happenings.ts'
import { CaseScripts, casesOfStories } from './hard-cases/case-script.ts'
import { performScene } from './perform-scene.ts'
import { Script } from './script.ts'
import type { Stage } from './stage.ts'

/** Plays the scripts of a demonstration once, from weeks ago to the instant at which the play was begun. */
export async function playDemo(services: Services, demo: Demonstration): Promise<void> {
  const stage = setStage(services, demo, routes)
  await playScripts(services, demo, { scenario: 'projects', shape: Script }, async ({ scripts, begunAt, days }) => {
    const drafts = await Promise.all(scripts.map((script) => draftProject(stage, days, script)))
    const projects = new Map(drafts.map(({ script, project }) => [script.name, project]))
    const cases = await readScripts(demo.folder, casesOfStories, CaseScripts)
    const lanes = [
      ...drafts.map((drafted) => happeningsOf(stage, days, drafted)),
      ...cases.flatMap(({ value }) => value.cases.map((one) => inOrder(caseHappenings(stage, days, one, projects)))),
    ]
    for (const until of [...pauses(days, drafts).filter((at) => at < begunAt), begunAt]) {
      await Promise.all(lanes.map((lane) => happenUntil(lane, until)))
      await demo.passTime(until)
    }
  })
}

/** What happens about one project, first things first; projects do not touch each other, so their lanes run side by side. */
function happeningsOf(stage: Stage, days: ScriptDays, drafted: Drafted<ReadScript<Script>>): Happening[] {
  return inOrder([startOf(stage, days, drafted), ...scenesOf(stage, days, drafted)])
}

function startOf(stage: Stage, days: ScriptDays, { script, lead, project }: Drafted<ReadScript<Script>>): Happening {
  const at = new Date(days.instantOf(script.value.started))
  const cue = { actor: lead, at, key: `demo/${script.name}/start` }
  const approve = async () => {
    const { approvedBy } = script.value
    if (approvedBy === undefined) throw new Error(`${cue.key}: the script does not say who approves the start`)
    const approval = { actor: await stage.actorOf(approvedBy), at, key: `${cue.key}/approval` }
    const input = { project, approved: true, note: '同意启动。' }
    await stage.ask(approval, (router, options) => call(router.decideStart, input, options))
  }
  const happen = async () => {
    const { state } = await stage.ask(cue, (router, options) => call(router.start, { project }, options))
    if (state === 'proposed') await approve()
  }
  return { at, happen }
}

function scenesOf(stage: Stage, days: ScriptDays, drafted: Drafted<ReadScript<Script>>): Happening[] {
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

/** Midnights, noons and ends of work: what time brought since the one before is recorded then. */
function pauses(days: ScriptDays, drafts: readonly Drafted<ReadScript<Script>>[]): Date[] {
  const earliest = Math.min(0, ...drafts.map(({ script }) => script.value.started.on))
  const offsets = Array.from({ length: -earliest + 1 }, (_, index) => earliest + index)
  return offsets.flatMap((on) => [
    new Date(days.instantOf({ on, at: '00:00' })),
    new Date(days.instantOf({ on, at: '12:00' })),
    new Date(days.endOf(on) + 1),
  ])
}
