import { call } from '@orpc/server'
import type { Actor } from '#platform/kernel/actor.ts'
import { planFields } from '../../contract/import.ts'
import { planWorkbook } from '../import/template.ts'
import type { ReadScript } from './read-scripts.ts'
import type { ScriptNode } from './script.ts'
import type { ScriptDays } from './script-days.ts'
import type { Stage } from './stage.ts'

/** A script whose project is on record: its lead, and its nodes by code. */
export type Drafted = {
  readonly script: ReadScript
  readonly lead: Actor
  readonly project: string
  readonly nodes: ReadonlyMap<string, string>
}

/** Imports a script's plan from a spreadsheet, as its lead. */
export async function draftProject(stage: Stage, days: ScriptDays, script: ReadScript): Promise<Drafted> {
  const { title, kind, confidential, drafted, nodes } = script.value
  const lead = await stage.actorOf(script.value.lead)
  const cue = { actor: lead, at: new Date(days.instantOf(drafted)), key: `demo/${script.name}` }
  const rows = await Promise.all(nodes.map((node) => rowOf(stage, days, node)))
  const file = await stage.bring(cue, `${title}.xlsx`, await planWorkbook(rows))
  const { project } = await stage.ask(cue, (router, options) =>
    call(router.import, { file, title, kind, confidential }, options),
  )
  const detail = await stage.ask(cue, (router, options) => call(router.project, { project }, options))
  const ids = new Map(detail.nodesInOrder.map((node) => [node.code, node.node]))
  return { script, lead, project, nodes: ids }
}

async function rowOf(stage: Stage, days: ScriptDays, node: ScriptNode): Promise<string[]> {
  const owner = node.owner === undefined ? undefined : await stage.actorOf(node.owner, node.unit)
  const day = (offset: number | undefined) => (offset === undefined ? '' : days.dayOf(offset))
  const cells: Record<(typeof planFields)[number], string> = {
    code: node.code,
    title: node.title,
    parent: '',
    nature: node.nature,
    deliverable: node.deliverable,
    organisation: node.unit ?? owner?.organisationName ?? '',
    person: owner?.personName ?? '',
    plannedStart: day(node.from),
    deadline: day(node.to),
    predecessors: node.after.join('，'),
  }
  return planFields.map((field) => cells[field])
}
