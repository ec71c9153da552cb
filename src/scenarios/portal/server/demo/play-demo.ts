import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { type Cue, passDays, playScripts, type Scripts, setCountyStage } from '#platform/server/stage/index.ts'
import type { County, Known } from './county.ts'
import { isLeftOut, patience } from './left-out.ts'
import { performByOfficial } from './perform-by-official.ts'
import { performByResident } from './perform-by-resident.ts'
import { Script } from './script.ts'

/** Plays the scripts of a demonstration once: residents and enterprises from their phones, and what officials did, in the order of their times. */
export async function playDemo(services: Services, demo: Demonstration): Promise<void> {
  await playScripts(services, demo, { scenario: 'portal', shape: Script }, (scripts) => play(services, demo, scripts))
}

async function play(services: Services, demo: Demonstration, { scripts, days, begunAt }: Scripts<Script>) {
  const stage = setCountyStage<County>(services, demo)
  const known: Known = new Map()
  const people = new Map(scripts.flatMap(({ value }) => Object.entries(value.people)))
  const happenings = scripts
    .flatMap(({ name, value }) => value.story.map((told, index) => ({ key: `portal/${name}/${index + 1}`, told })))
    .map(({ key, told }) => ({ key, told, at: new Date(days.instantOf(told)) }))
    .filter(({ at }) => at < begunAt)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const perform = async ({ key, told, at }: (typeof happenings)[number]) => {
    const resident = people.get(told.by)
    const actor = await (resident === undefined ? stage.actorOf(told.by) : demo.residentOf(resident, at))
    const cue: Cue = { actor, at, key }
    if (resident === undefined) return performByOfficial(stage, cue, told, { known, people })
    known.set(told.by, actor.person)
    return performByResident(stage, cue, told, { known, people })
  }
  const passTo = passDays(demo)
  const leftOut: string[] = []
  const patiently = patience()
  for (const happening of happenings) {
    await passTo(happening.at)
    await patiently(() => perform(happening)).catch((error: unknown) => {
      if (!isLeftOut(error)) throw error
      leftOut.push(happening.key)
    })
  }
  await demo.passTime(begunAt)
  if (leftOut.length > 0)
    demo.tell(
      `部门没有答复，演示少了 ${leftOut.length} 幕（${leftOut.join('、')}）；用自带的数据库、在空的数据文件夹上启动可以补全`,
      `departments did not answer: ${leftOut.length} scenes are left out; a start on an empty data folder with the embedded database has them`,
    )
}
