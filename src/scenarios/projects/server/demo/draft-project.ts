import { call } from '@orpc/server'
import type { Actor } from '#platform/kernel/actor.ts'
import type { ScriptDays } from '#platform/server/stage/index.ts'
import { planFields } from '../../contract/import.ts'
import { headings } from '../../domain/import/columns.ts'
import { planWorkbook } from '../import/template.ts'
import type { Script, ScriptNode } from './script.ts'
import type { Stage } from './stage.ts'

type Named = { readonly name: string; readonly value: Script }

/** A script whose project is on record: its lead, and its nodes by code. */
export type Drafted<S extends Named = Named> = {
  readonly script: S
  readonly lead: Actor
  readonly project: string
  readonly nodes: ReadonlyMap<string, string>
}

/** What a plan is written to before it is imported. */
export type PlanFile = { readonly ending: string; write(rows: readonly (readonly string[])[]): Promise<Buffer> }

/** A workbook as offices write it. */
export const asWorkbook: PlanFile = { ending: 'xlsx', write: planWorkbook }

/** The same columns as plain text: much less work where there are hundreds of plans. */
export const asText: PlanFile = {
  ending: 'csv',
  write: async (rows) =>
    Buffer.from([planFields.map((field) => headings[field][0] ?? field), ...rows].map(lineOf).join('\n')),
}

/** Imports a script's plan from a spreadsheet, as its lead. */
export async function draftProject<S extends Named>(
  stage: Stage,
  days: ScriptDays,
  script: S,
  plan: PlanFile = asWorkbook,
): Promise<Drafted<S>> {
  const { title, kind, confidential, drafted, nodes } = script.value
  const lead = await stage.actorOf(script.value.lead)
  const cue = { actor: lead, at: new Date(days.instantOf(drafted)), key: `demo/${script.name}` }
  const rows = await Promise.all(nodes.map((node) => rowOf(stage, days, node)))
  const file = await stage.bring(cue, `${title}.${plan.ending}`, await plan.write(rows))
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

function lineOf(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
}
