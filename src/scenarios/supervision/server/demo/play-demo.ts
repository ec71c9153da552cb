import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PackProblem, readSection } from '#platform/server/county/index.ts'
import { appendEntries, listStories } from '#platform/server/journal/index.ts'
import { type Demonstration, type Services, scriptDays } from '#platform/server/scenario/index.ts'
import { type Given, giveMatter, performScene } from './perform-scene.ts'
import { Script } from './script.ts'
import { setStage } from './stage.ts'

const stream = 'supervision.demo/play'

/**
 * Plays the scripts of a demonstration once, through the routes that people use, each at its moment. Every request has a key of its
 * own, and times count from the mark in the record: a play that was cut short goes on where it was.
 */
export async function playDemo(services: Services, demo: Demonstration): Promise<void> {
  const { database, jurisdiction } = services
  const [begun, played] = await database.asSystem(jurisdiction, (tx) => listStories(tx, jurisdiction, [stream]))
  if (played) return
  const scripts = await readScripts(join(demo.folder, 'supervision'))
  if (scripts.length === 0) return
  const begunAt = begun?.at ?? services.clock.now()
  if (!begun) await mark(services, 1, 'supervision.demo.begun', begunAt)
  const { instantOf } = scriptDays(services.rules().calendar, begunAt.getTime())
  const stage = setStage(services, demo)
  const given = new Map<string, Given>()
  const happenings = scripts.flatMap(({ name, script }) => [
    {
      at: instantOf(script.given),
      happen: async (at: Date) => void given.set(name, await giveMatter(stage, { name, script, at, instantOf })),
    },
    ...script.story.map((scene, index) => ({
      at: instantOf(scene),
      happen: (at: Date) =>
        performScene(stage, { given: given.get(name), scene, at, instantOf, key: `${name}/${index + 1}` }),
    })),
  ])
  for (const { at, happen } of happenings.sort((a, b) => a.at - b.at)) {
    if (at >= begunAt.getTime()) break
    await demo.passTime(new Date(at))
    await happen(new Date(at))
  }
  await demo.passTime(begunAt)
  await mark(services, 2, 'supervision.demo.played', services.clock.now())
}

async function mark(
  { database, jurisdiction }: Services,
  version: number,
  kind: string,
  recordedAt: Date,
): Promise<void> {
  const entry = { version, kind, recordedAt, jurisdiction, stream, actor: { system: 'demo' }, payload: {} }
  await database.asSystem(jurisdiction, (tx) => appendEntries(tx, [entry]))
}

async function readScripts(folder: string) {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort()
  const problems: PackProblem[] = []
  const read = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8')
      const name = file.slice(0, -'.yaml'.length)
      return readSection(join('demo', 'supervision', file), text, Script, problems).map(({ value }) => ({
        name,
        script: value,
      }))
    }),
  )
  if (problems.length === 0) return read.flat()
  throw new Error(problems.map(({ file, line, column, zh, en }) => `${file}:${line}:${column} ${zh} ${en}`).join('\n'))
}
