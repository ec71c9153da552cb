import { orRefuse, refused } from '#platform/server/http/index.ts'
import { listNodes } from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { refuseMovedPlan } from '../changes/plan-moved.ts'
import { previewEdits } from '../changes/preview-edit.ts'
import { readEdits } from '../changes/read-edits.ts'
import { readablePlan, viewBaseline, viewBaselines, viewChange, viewChanges } from '../changes/view-changes.ts'
import { decideChange, proposeChange, withdrawChange } from '../commands/change-project.ts'
import { editProject } from '../commands/edit-project.ts'
import type { ProjectsImplementer } from '../implementer.ts'
import { mayLead } from '../reach.ts'

/** Edits of drafts, changes of running plans, baselines. */
export const changeHandlers = (os: ProjectsImplementer, services: Services) => ({
  edit: os.edit.handler(async ({ context: { call }, input }) => {
    const edits = await readEdits(call, services.rules().calendar, input)
    return call.command((tx, command) => editProject(tx, command, services.rules(), { ...input, edits }))
  }),
  previewEdit: os.previewEdit.handler(async ({ context: { call }, input }) => {
    const edits = await readEdits(call, services.rules().calendar, input)
    return call.read(async (tx) => {
      const plan = await readablePlan(tx, call, input.project)
      if (!mayLead(call.actor, plan)) refused('permission.reach', { permission: 'projects.lead' })
      const moved = await refuseMovedPlan(tx, call, plan, input.version)
      if (moved) return orRefuse(moved)
      const rows = await listNodes(tx, call.actor.jurisdiction, input.project)
      return orRefuse(await previewEdits(tx, call, services.rules(), { plan, rows }, edits))
    })
  }),
  proposeChange: os.proposeChange.handler(async ({ context: { call }, input }) => {
    const edits = await readEdits(call, services.rules().calendar, input)
    return call.command((tx, command) => proposeChange(tx, command, services.rules(), { ...input, edits }))
  }),
  decideChange: os.decideChange.handler(({ context: { call }, input }) =>
    call.command((tx, command) => decideChange(tx, command, services.rules(), input)),
  ),
  withdrawChange: os.withdrawChange.handler(({ context: { call }, input }) =>
    call.command((tx, command) => withdrawChange(tx, command, input)),
  ),
  changes: os.changes.handler(({ context, input }) => viewChanges(context.call, input.project)),
  change: os.change.handler(({ context, input }) => viewChange(services, context.call, input.change)),
  baselines: os.baselines.handler(({ context, input }) => viewBaselines(context.call, input.project)),
  baseline: os.baseline.handler(({ context, input }) => viewBaseline(context.call, input.project, input.number)),
})
