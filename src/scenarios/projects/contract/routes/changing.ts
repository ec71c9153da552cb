import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { Baseline, BaselineNode, Edited, EditInput, EditPreview, PlanChange } from '../edits.ts'
import { all, tag } from './parts.ts'

const inProject = z.object({ project: z.uuid() })
const inChange = z.object({ change: z.uuid() })
const lead = { permission: 'projects.lead' }
const read = { permission: 'projects.read' }

const editing = [
  'projects.plan.moved',
  'projects.edit.cells-invalid',
  'plans.edit.node-unknown',
  'plans.edit.node-twice',
  'plans.edit.inside-itself',
  'plans.edit.link-inside',
  'plans.edit.cycle',
  'plans.edit.dates',
  'plans.edit.empty',
] as const

const changing = [
  ...editing,
  'plans.change.node-handed-in',
  'plans.change.node-started',
  'plans.change.leaf-split',
  'plans.change.branch-empty',
  'projects.project.not-running',
] as const

/** Editing a draft, changing a running plan, and what plans were before. */
export const planChanges = {
  edit: route({
    method: 'POST',
    path: '/projects/{project}/edits',
    access: lead,
    tag,
    summary: 'Edit a draft by a list of operations; refused with what changed where somebody else was first',
  })
    .input(EditInput)
    .output(Edited)
    .errors(refusalErrors(all, ...editing, 'projects.project.not-draft')),
  previewEdit: route({
    method: 'POST',
    path: '/projects/{project}/edits/preview',
    access: lead,
    tag,
    summary: 'What operations would do to a draft or a running plan: dates, owners, lamps from now on',
  })
    .input(EditInput)
    .output(EditPreview)
    .errors(refusalErrors(all, ...changing)),
  proposeChange: route({
    method: 'POST',
    path: '/projects/{project}/changes',
    access: lead,
    tag,
    summary: 'Propose to change a running plan, with a reason',
  })
    .input(EditInput.extend({ reason: z.string().trim().min(2).max(2000) }))
    .output(z.object({ change: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, ...changing, 'projects.change.open')),
  decideChange: route({
    method: 'POST',
    path: '/changes/{change}/decision',
    access: { permission: 'projects.approve' },
    tag,
    summary: 'Approve a change, which makes the next baseline, or refuse it; nobody approves their own',
  })
    .input(inChange.extend({ approved: z.boolean(), note: z.string().trim().max(2000).default('') }))
    .output(z.object({ change: z.string(), baseline: z.number().int().nullable(), entry: z.string() }))
    .errors(refusalErrors(all, ...changing, 'projects.change.closed', 'projects.change.own', 'projects.note.missing')),
  withdrawChange: route({
    method: 'POST',
    path: '/changes/{change}/withdrawal',
    access: lead,
    tag,
    summary: 'Take a proposal back',
  })
    .input(inChange)
    .output(z.object({ change: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.change.closed')),
  changes: route({
    method: 'GET',
    path: '/projects/{project}/changes',
    access: read,
    tag,
    summary: 'Proposals to change the plan, newest first',
  })
    .input(inProject)
    .output(z.object({ changes: z.array(PlanChange) })),
  change: route({
    method: 'GET',
    path: '/changes/{change}',
    access: read,
    tag,
    summary: 'One proposal and what it would do now',
  })
    .input(inChange)
    .output(
      PlanChange.extend({
        project: z.string(),
        projectTitle: z.string(),
        preview: EditPreview.nullable().describe('Null once it is decided'),
        hindrance: z.string().nullable().describe('Why it cannot be applied any more'),
      }),
    ),
  baselines: route({
    method: 'GET',
    path: '/projects/{project}/baselines',
    access: read,
    tag,
    summary: 'The plan as it was approved: at its start and at each change',
  })
    .input(inProject)
    .output(z.object({ baselines: z.array(Baseline) })),
  baseline: route({
    method: 'GET',
    path: '/projects/{project}/baselines/{number}',
    access: read,
    tag,
    summary: 'The nodes of one baseline',
  })
    .input(inProject.extend({ number: z.coerce.number().int().min(1) }))
    .output(Baseline.extend({ nodes: z.array(BaselineNode) })),
} as const
