import { z } from 'zod'
import { refusalErrors, route } from '#platform/contract/define-route.ts'
import { planRefusals } from '#platform/contract/plan-refusals.ts'
import { ImportInput, ImportPreview, PreviewInput } from './contract/import.ts'
import { NodeDetail, ProjectDetail, ProjectRow, Today, UnitOverview, Why } from './contract/views.ts'
import { refusals } from './refusals.ts'

const all = { ...planRefusals, ...refusals }

const tag = '项目 Projects'
const note = z.string().trim().max(2000).describe('What was done, in words')
const evidence = z.array(z.uuid()).max(20).describe('Ids of uploaded files')
const inNode = z.object({ node: z.uuid() })
const Acknowledged = z.object({ node: z.string(), version: z.number().int(), lamp: z.string(), entry: z.string() })

/** The routes of projects (A1): plans broken down into nodes, reported, accepted, lit. */
export const contract = {
  today: route({
    method: 'GET',
    path: '/today',
    access: 'signed-in',
    tag,
    summary: 'What I must do: late, today, waiting on others',
  }).output(Today),
  unit: route({
    method: 'GET',
    path: '/units/{unit}',
    access: { permission: 'projects.read' },
    tag,
    summary: 'One unit’s nodes by person, late first',
  })
    .input(z.object({ unit: z.string().max(64) }))
    .output(UnitOverview),
  list: route({
    method: 'GET',
    path: '/projects',
    access: { permission: 'projects.read' },
    tag,
    summary: 'Projects that the post may see, most urgent first',
  })
    .input(
      z.object({
        search: z.string().trim().max(100).optional(),
        lamp: z.enum(['white', 'blue', 'green', 'yellow', 'red']).optional(),
        unit: z.string().max(64).optional(),
        after: z.string().max(200).optional().describe('Cursor of the page before'),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ projects: z.array(ProjectRow), next: z.string().nullable(), total: z.number().int() })),
  project: route({
    method: 'GET',
    path: '/projects/{project}',
    access: { permission: 'projects.read' },
    tag,
    summary: 'One project with its tree of nodes',
  })
    .input(z.object({ project: z.uuid() }))
    .output(ProjectDetail),
  node: route({
    method: 'GET',
    path: '/nodes/{node}',
    access: 'signed-in',
    tag,
    summary: 'One node: what, clock and ladder, trail',
  })
    .input(inNode)
    .output(NodeDetail),
  why: route({
    method: 'GET',
    path: '/nodes/{node}/why',
    access: 'signed-in',
    tag,
    summary: 'Why the lamp is as it is: rule, version, facts, entries; the look is recorded',
  })
    .input(inNode)
    .output(Why),
  template: route({
    method: 'GET',
    path: '/project-template.xlsx',
    access: 'signed-in',
    tag,
    summary: 'The spreadsheet to write a plan in, with Chinese headings',
  }).output(z.file()),
  preview: route({
    method: 'POST',
    path: '/project-imports/preview',
    access: { permission: 'projects.import' },
    tag,
    summary: 'Read a spreadsheet, match its columns, list what is wrong; nothing is written',
  })
    .input(PreviewInput)
    .output(ImportPreview)
    .errors(refusalErrors(all, 'projects.import.unreadable', 'projects.import.too-large', 'projects.import.empty')),
  import: route({
    method: 'POST',
    path: '/project-imports',
    access: { permission: 'projects.import' },
    tag,
    summary: 'Make a draft project of a spreadsheet; all rows or none',
  })
    .input(ImportInput)
    .output(z.object({ project: z.string(), nodes: z.number().int(), entry: z.string() }))
    .errors(
      refusalErrors(
        all,
        'projects.import.unreadable',
        'projects.import.too-large',
        'projects.import.empty',
        'projects.import.rules-missing',
        'projects.import.columns-missing',
        'projects.import.rows-invalid',
      ),
    ),
  start: route({
    method: 'POST',
    path: '/projects/{project}/start',
    access: { permission: 'projects.lead' },
    tag,
    summary: 'Start a draft: clocks begin to run',
  })
    .input(z.object({ project: z.uuid() }))
    .output(z.object({ project: z.string(), started: z.array(z.string()), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.project.not-draft')),
  report: route({
    method: 'POST',
    path: '/nodes/{node}/reports',
    access: { permission: 'projects.report' },
    tag,
    summary: 'Report progress on a node, with evidence',
  })
    .input(
      inNode.extend({
        progress: z.number().int().min(0).max(99).describe('Per cent; 100 is reached by submission'),
        note,
        evidence: evidence.default([]),
      }),
    )
    .output(Acknowledged)
    .errors(
      refusalErrors(
        all,
        'plans.node.not-started',
        'plans.node.done',
        'plans.node.submitted',
        'plans.node.progress-backwards',
        'projects.node.evidence-unknown',
        'projects.project.not-running',
      ),
    ),
  submit: route({
    method: 'POST',
    path: '/nodes/{node}/submissions',
    access: { permission: 'projects.report' },
    tag,
    summary: 'Submit the deliverable for acceptance',
  })
    .input(inNode.extend({ note, evidence: evidence.default([]) }))
    .output(Acknowledged)
    .errors(
      refusalErrors(
        all,
        'plans.node.not-started',
        'plans.node.done',
        'plans.node.submitted',
        'projects.node.evidence-missing',
        'projects.node.evidence-unknown',
        'projects.project.not-running',
      ),
    ),
  accept: route({
    method: 'POST',
    path: '/nodes/{node}/acceptance',
    access: { permission: 'projects.accept' },
    tag,
    summary: 'Accept the deliverable; the next nodes start',
  })
    .input(inNode.extend({ note: note.default('') }))
    .output(Acknowledged.extend({ started: z.array(z.string()).describe('Nodes that started with it') }))
    .errors(refusalErrors(all, 'plans.node.not-submitted', 'projects.node.own-acceptance')),
  return: route({
    method: 'POST',
    path: '/nodes/{node}/returns',
    access: { permission: 'projects.accept' },
    tag,
    summary: 'Return the deliverable with a reason; the lamp turns yellow',
  })
    .input(inNode.extend({ reason: z.string().trim().min(2).max(2000) }))
    .output(Acknowledged)
    .errors(refusalErrors(all, 'plans.node.not-submitted', 'projects.node.own-acceptance')),
  appeal: route({
    method: 'POST',
    path: '/nodes/{node}/appeals',
    access: { permission: 'projects.report' },
    tag,
    summary: 'Disagree with a lamp; the objection is an obligation of the lead unit',
  })
    .input(inNode.extend({ reason: z.string().trim().min(2).max(2000) }))
    .output(z.object({ appeal: z.string(), dueAt: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.appeal.open')),
  answerAppeal: route({
    method: 'POST',
    path: '/appeals/{appeal}/answer',
    access: { permission: 'projects.accept' },
    tag,
    summary: 'Answer an objection with reasons',
  })
    .input(z.object({ appeal: z.uuid(), upheld: z.boolean(), reason: z.string().trim().min(2).max(2000) }))
    .output(z.object({ appeal: z.string(), entry: z.string() }))
    .errors(refusalErrors(all, 'projects.appeal.closed')),
} as const
