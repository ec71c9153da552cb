import { seeded } from '#platform/kernel/seeded.ts'
import type { CountyPack } from '#platform/server/county/index.ts'
import type { Script, ScriptNode } from '../script.ts'
import { type Cast, castOf, leafName } from './cast.ts'
import { type MadePlan, makePlans } from './make-plans.ts'
import type { Material, Outline } from './outline.ts'

/** A project of the county as a script without scenes: what happens to it comes of how its people work. */
export type CountyProject = {
  readonly name: string
  readonly value: Script
  readonly isStarted: boolean
  /** The working day on which it is paused, where it is. */
  readonly pausedOn: number | undefined
}

/**
 * Makes the projects of the county that its scripts leave of the outline's figures. The same material, pack and scripts make the same
 * projects.
 */
export function makeProjects(material: Material, pack: CountyPack, scripts: readonly Script[]): CountyProject[] {
  const { outline } = material
  const scripted = scripts.reduce((sum, script) => sum + leavesOf(script).length, 0)
  const plans = makePlans(material, pack, outline.nodes - scripted)
  if (plans.length + scripts.length !== outline.projects)
    throw new Error(`the templates make ${plans.length} projects beside ${scripts.length}, not ${outline.projects}`)
  const taken = new Set(
    scripts.flatMap((script) => [script.lead, ...leavesOf(script).flatMap(({ owner }) => owner ?? [])]),
  )
  const cast = castOf(plans, pack, { people: outline.people, taken, seed: outline.seed })
  const chance = seeded(`${outline.seed}/days`)
  const names = new Map<string, string>(pack.organisations.map(({ id, shortName }) => [id, shortName]))
  const confidential = confidentialOf(plans, outline)
  const paused = pausedOf(plans.length - outline.drafts, outline)
  return chance.shuffled(plans).map((plan, index): CountyProject => {
    const isStarted = index < plans.length - outline.drafts
    const share = (index / (plans.length - outline.drafts)) ** outline.crowding
    const on = isStarted ? -outline.workingDays + Math.floor(share * (outline.workingDays - 6)) : 8
    const drafted = isStarted ? on - chance.whole(2, 9) : -chance.whole(1, 12)
    return {
      name: plan.key,
      isStarted,
      pausedOn: paused.has(index) ? -chance.whole(4, 24) : undefined,
      value: {
        title: plan.title,
        kind: plan.template.kind,
        confidential: confidential.has(plan.key),
        lead: cast.leads.get(plan.key) ?? '',
        drafted: { on: drafted, at: clockTime(chance.whole(0, 3)) },
        started: { on, at: clockTime(chance.whole(0, 3)) },
        nodes: nodesOf(plan, on, cast, names),
      },
    }
  })
}

/** The leaves of a script: rows that no other row stands below. */
export function leavesOf({ nodes }: Script): ScriptNode[] {
  return nodes.filter(({ code }) => !nodes.some((other) => other.code.startsWith(`${code}.`)))
}

function confidentialOf(plans: readonly MadePlan[], { seed, confidential }: Outline): ReadonlySet<string> {
  const investments = plans.filter(({ template }) => template.kind === 'investment').map(({ key }) => key)
  return new Set(seeded(`${seed}/confidential`).shuffled(investments).slice(0, confidential))
}

/** Which of the started projects are paused: some of those in the midst of their work. */
function pausedOf(started: number, { seed, paused }: Outline): ReadonlySet<number> {
  const midst = Array.from({ length: Math.floor(started / 4) }, (_, index) => Math.floor(started * 0.65) + index)
  return new Set(seeded(`${seed}/paused`).shuffled(midst).slice(0, paused))
}

function nodesOf(plan: MadePlan, on: number, { owners }: Cast, names: ReadonlyMap<string, string>): ScriptNode[] {
  return plan.phases.flatMap(({ code, title, steps }) => [
    { code, title, nature: '', deliverable: '', after: [], story: [] },
    ...steps.map((step): ScriptNode => {
      const { nature } = step.step
      return {
        ...{ code: step.code, title: step.title, nature, deliverable: step.deliverable, after: [...step.after] },
        ...{ unit: names.get(step.unit), owner: owners.get(leafName(plan, step)), story: [] },
        ...{ from: on + step.from, to: on + step.to },
      }
    }),
  ])
}

function clockTime(turn: number): string {
  return ['09:20', '10:40', '14:50', '16:10'][turn] ?? '09:20'
}
