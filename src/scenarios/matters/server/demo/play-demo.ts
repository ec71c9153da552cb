import { call } from '@orpc/server'
import { demoPeople, inventCounty } from '#platform/server/departments/index.ts'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { type Options, passDays, playScripts, type Stage, setStage } from '#platform/server/stage/index.ts'
import { routes } from '../routes.ts'
import { type Act, Script, type Told } from './script.ts'

type Router = ReturnType<typeof routes>
type Rows = ReturnType<typeof inventCounty>['tables']

/** Plays the scripts of a demonstration once: cases from the window and what bureaus did about them, in the order of their times. */
export async function playDemo(services: Services, demo: Demonstration): Promise<void> {
  const stage = setStage(services, demo, routes)
  await playScripts(services, demo, { scenario: 'matters', shape: Script }, async ({ scripts, days, begunAt }) => {
    const { tables } = inventCounty(demoPeople(demo.pack))
    const taken = new Map<string, string>()
    const happenings = scripts
      .flatMap(({ name, value }) =>
        value.cases.flatMap((told, index) => happeningsOf(`matters/${name}/${index + 1}`, told)),
      )
      .map((one) => ({ ...one, at: new Date(days.instantOf(one.moment)) }))
      .filter(({ at }) => at < begunAt)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
    const passTo = passDays(demo)
    for (const { key, at, told, act } of happenings) {
      await passTo(at)
      const cue = {
        actor: await stage.actorOf(act?.by ?? told.by),
        at,
        key: act ? `${key}/${act.step}/${act.do}` : key,
      }
      if (act === undefined) taken.set(key, await take(stage, cue, told, tables))
      else await work(stage, cue, taken.get(key), act)
    }
    await demo.passTime(begunAt)
  })
}

type Cue = Parameters<Stage<Router>['ask']>[0]

function happeningsOf(key: string, told: Told) {
  const begin = { key, told, act: undefined, moment: { on: told.on, at: told.at } }
  return [begin, ...told.acts.map((act) => ({ key, told, act, moment: { on: act.on, at: act.at } }))]
}

async function take(stage: Stage<Router>, cue: Cue, told: Told, tables: Rows): Promise<string> {
  const input = { matter: told.matter, form: told.form, materials: {}, applicant: applicantOf(told, tables) }
  const { case: id } = await stage.ask(cue, (router, options) => call(router.accept, input, contextOf(options)))
  return id
}

async function work(stage: Stage<Router>, cue: Cue, id: string | undefined, act: Act): Promise<void> {
  if (id === undefined) throw new Error(`${cue.key}: the case was not taken before`)
  const about = { case: id, step: act.step }
  await stage
    .ask<unknown>(cue, (router, options) => {
      const context = contextOf(options)
      if (act.do === 'complete') return call(router.complete, { ...about, note: act.words, gives: act.gives }, context)
      if (act.do === 'refuse') return call(router.refuse, { ...about, reason: act.words }, context)
      if (act.do === 'correct-account')
        return call(router.correctAccountFor, { case: id, outcome: act.step, account: act.words }, context)
      return call(router.askCorrection, { ...about, list: [act.words] }, context)
    })
    .catch(unlessNotYet)
}

/** Where a department or the bank did not answer, a case waits, and there is nothing to do yet: the play goes on without that act. */
function unlessNotYet(error: Error): void {
  const isEarly = ['casework.step.not-open', 'casework.payment.not-returned'].some((code) =>
    error.message.includes(code),
  )
  if (!isEarly) throw error
}

function contextOf(options: Options) {
  return options as { readonly context: Options['context'] }
}

function applicantOf({ who }: Told, tables: Rows) {
  if ('unit' in who) return { kind: 'unit' as const }
  const row = tables.get(who.dataset)?.[who.row]
  if (row === undefined) throw new Error(`the departments have no row ${who.row} of ${who.dataset}`)
  const code = row['credit-code']
  if (code !== undefined)
    return { kind: 'enterprise' as const, name: String(row['enterprise-name']), number: String(code) }
  const [name, number] = [row.name ?? row['mother-name'], row['identity-number'] ?? row['mother-identity-number']]
  return { kind: 'person' as const, name: String(name), number: String(number) }
}
