import { call } from '@orpc/server'
import { seeded } from '#platform/kernel/seeded.ts'
import { type Instant, startOfDate } from '#platform/kernel/working-time/index.ts'
import type { Database } from '#platform/server/database/index.ts'
import { type Cue, setStage } from '#platform/server/stage/index.ts'
import { routes } from '../../routes.ts'
import { asText, type Drafted, draftProject } from '../draft-project.ts'
import type { ScriptNode } from '../script.ts'
import { Agenda } from './agenda.ts'
import { approverOf } from './approver.ts'
import { someDaysAfter, temperamentOf, workOn } from './behaviour.ts'
import type { CountyPlay, Telling } from './county-play.ts'
import { endProject } from './end-project.ts'
import { type CountyProject, leavesOf } from './make-projects.ts'

type Leaf = {
  readonly row: ScriptNode
  readonly node: string
  readonly plannedStart: Instant
  readonly deadline: Instant
  readonly waitsOn: Set<string>
}

/** Plays one project from its draft to the end of the play, on a database that keeps all of it or nothing. */
export async function playProject(play: CountyPlay, project: CountyProject, database: Database): Promise<void> {
  const services = { ...play.services, database }
  const stage = setStage(services, play.demo, routes, play.props)
  const drafted = await draftProject(stage, play.days, project, asText)
  if (!project.isStarted) return
  const agenda = new Agenda(play.until)
  const story = storyOf({
    play,
    stage,
    drafted,
    agenda,
    chance: seeded(`${play.material.outline.seed}/${project.name}`),
  })
  agenda.add(play.days.instantOf(project.value.started), () => story.start())
  if (project.pausedOn !== undefined) {
    const pausedAt = play.days.instantOf({ on: project.pausedOn, at: '16:40' })
    agenda.add(pausedAt, () => story.pause(pausedAt))
  }
  for (let event = agenda.next(); event !== undefined; event = agenda.next()) {
    await play.demo.passTime(new Date(event.at), services)
    await event.happen()
  }
  await play.demo.passTime(new Date(play.until), services)
}

/** What the people of one project do, each act bringing the next. */
function storyOf(telling: Telling) {
  const { play, stage, drafted, agenda, chance } = telling
  const { outline, words } = play.material
  const { calendar } = play.services.rules()
  const { script, lead, project } = drafted
  const leaves = leavesIn(play, drafted)
  const unfinished = new Set(leaves)
  let acts = 0
  const cueOf = async (at: Instant, leaf?: Leaf): Promise<Cue> => {
    const actor = leaf ? await stage.actorOf(leaf.row.owner ?? '', leaf.row.unit) : lead
    return { actor, at: new Date(at), key: `county/${script.name}/${++acts}` }
  }
  const temperament = (leaf: Leaf) => temperamentOf(outline, leaf.row.owner ?? '')

  const start = async (at: Instant) => {
    const { state } = await stage.ask(await cueOf(at), (router, options) => call(router.start, { project }, options))
    const approvedAt = someDaysAfter(calendar, at, outline.approving, chance)
    if (state === 'proposed') agenda.add(approvedAt, () => approve(approvedAt))
    else beginAll(at)
  }

  const approve = async (at: Instant) => {
    const { login, unit } = approverOf(play.demo.pack, script.value.lead)
    const cue = { ...(await cueOf(at)), actor: await stage.actorOf(login, unit) }
    const input = { project, approved: true, note: chance.pick(words.approved) }
    await stage.ask(cue, (router, options) => call(router.decideStart, input, options))
    beginAll(at)
  }

  const pause = async (at: Instant) => {
    if (unfinished.size === 0) return
    const reason = chance.pick(words.paused)
    await stage.ask(await cueOf(at), (router, options) => call(router.pause, { project, reason }, options))
    agenda.clear()
  }

  const beginAll = (at: Instant) => {
    for (const leaf of leaves) if (leaf.waitsOn.size === 0) begin(leaf, at)
  }

  const begin = (leaf: Leaf, readyAt: Instant) => {
    const startedAt = Math.max(readyAt, leaf.plannedStart)
    const work = workOn(calendar, temperament(leaf), { ...leaf, startedAt }, chance)
    for (const { at, progress } of work.reports) agenda.add(at, () => report(leaf, at, progress))
    agenda.add(work.submitAt, () => submit(leaf, work.submitAt, false))
    const isHeldUp = startedAt > leaf.plannedStart + (leaf.deadline - leaf.plannedStart) * 0.3
    const objectAt = someDaysAfter(calendar, startedAt, [0.2, 1.5], chance)
    if (isHeldUp && objectAt < work.submitAt && chance.happens(outline.appeals.share))
      agenda.add(objectAt, () => object(leaf, objectAt))
  }

  const report = async (leaf: Leaf, at: Instant, progress: number) => {
    const notes = words.reports[leaf.row.nature] ?? ['按计划推进']
    const note = notes[Math.min(notes.length - 1, Math.floor((progress / 100) * notes.length))] ?? ''
    await stage.ask(await cueOf(at, leaf), (router, options) =>
      call(router.report, { node: leaf.node, progress, note, evidence: [] }, options),
    )
  }

  const submit = async (leaf: Leaf, at: Instant, again: boolean) => {
    const cue = await cueOf(at, leaf)
    const picture = stage.pictures[chance.whole(0, stage.pictures.length - 1)] as Buffer
    const evidence = [await stage.bring(cue, `${leaf.row.title}（演示图片）.png`, picture)]
    const note = chance.pick(again ? words.resubmitted : words.submitted)
    await stage.ask(cue, (router, options) => call(router.submit, { node: leaf.node, note, evidence }, options))
    const judgeAt = someDaysAfter(calendar, at, outline.judging, chance)
    const isFaulty = chance.happens(temperament(leaf).faults * (again ? 0.3 : 1))
    agenda.add(judgeAt, () => (isFaulty ? giveBack(leaf, judgeAt) : accept(leaf, judgeAt)))
  }

  const giveBack = async (leaf: Leaf, at: Instant) => {
    const reason = chance.pick(words.returned)
    await stage.ask(await cueOf(at), (router, options) => call(router.return, { node: leaf.node, reason }, options))
    const mendedAt = someDaysAfter(calendar, at, outline.mending, chance)
    agenda.add(mendedAt, () => submit(leaf, mendedAt, true))
  }

  const accept = async (leaf: Leaf, at: Instant) => {
    const note = chance.pick(words.accepted)
    await stage.ask(await cueOf(at), (router, options) => call(router.accept, { node: leaf.node, note }, options))
    for (const next of leaves) if (next.waitsOn.delete(leaf.row.code) && next.waitsOn.size === 0) begin(next, at)
    unfinished.delete(leaf)
    if (unfinished.size === 0) endProject(telling, at)
  }

  /** Looks at the grounds of the lamp as people do, and objects where it is red through somebody upstream. */
  const object = async (leaf: Leaf, at: Instant) => {
    const cue = await cueOf(at, leaf)
    const why = await stage.ask(cue, (router, options) => call(router.why, { node: leaf.node }, options))
    if (why.lamp !== 'red' || why.upstream.length === 0) return
    const reason = chance.pick(words.appeals)
    const { appeal } = await stage.ask(cue, (router, options) =>
      call(router.appeal, { node: leaf.node, reason }, options),
    )
    const answerAt = someDaysAfter(calendar, at, outline.appeals.days, chance)
    agenda.add(answerAt, () => answer(appeal, answerAt))
  }

  const answer = async (appeal: string, at: Instant) => {
    const upheld = chance.happens(outline.appeals.upheld)
    const reason = chance.pick(upheld ? words.upheld : words.rejected)
    await stage.ask(await cueOf(at), (router, options) =>
      call(router.answerAppeal, { appeal, upheld, reason }, options),
    )
  }

  return { start: () => start(play.days.instantOf(script.value.started)), pause }
}

function leavesIn({ days }: CountyPlay, { script, nodes }: Drafted<CountyProject>): Leaf[] {
  return leavesOf(script.value).map((row) => ({
    row,
    node: nodes.get(row.code) ?? '',
    plannedStart: startOfDate(days.dayOf(row.from ?? 0)),
    deadline: days.endOf(row.to ?? 0),
    waitsOn: new Set(row.after),
  }))
}
