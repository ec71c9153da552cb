import { implement } from '@orpc/server'
import type { RequestContext } from '#platform/server/http/index.ts'
import { guard, Refused, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { contract } from '../contract.ts'
import { headings, missingFields } from '../domain/import/columns.ts'
import { answerAppeal, appealLamp } from './commands/appeal.ts'
import { acceptDeliverable, returnDeliverable } from './commands/judge-deliverable.ts'
import { reportProgress } from './commands/report-progress.ts'
import { startProject } from './commands/start-project.ts'
import { submitDeliverable } from './commands/submit-deliverable.ts'
import { importProject } from './import/import-project.ts'
import { previewOf } from './import/preview.ts'
import { readUpload } from './import/read-upload.ts'
import { planTemplate } from './import/template.ts'
import { viewNode } from './views/node.ts'
import { viewProject, viewProjects } from './views/projects.ts'
import { viewToday } from './views/today.ts'
import { viewUnit } from './views/unit.ts'
import { viewWhy } from './views/why.ts'

/** The contract of projects implemented: each route is one view or one command. */
export function routes(services: Services) {
  const os = implement(contract).$context<RequestContext>().use(guard(services))
  const { rules } = services
  return os.router({
    today: os.today.handler(({ context }) => viewToday(services, context.call)),
    unit: os.unit.handler(({ context, input }) => viewUnit(services, context.call, input.unit)),
    list: os.list.handler(({ context, input }) => viewProjects(context.call, input)),
    project: os.project.handler(({ context, input }) => viewProject(services, context.call, input.project)),
    node: os.node.handler(({ context, input }) => viewNode(services, context.call, input.node)),
    why: os.why.handler(({ context, input }) => viewWhy(services, context.call, input.node)),
    template: os.template.handler(async () => templateFile(await planTemplate())),
    preview: os.preview.handler(async ({ context, input }) =>
      previewOf(await readUpload(services, context.call, input)),
    ),
    import: os.import.handler(async ({ context: { call }, input }) => {
      const upload = await readUpload(services, call, input)
      const missing = missingFields(upload.mapping).map((field) => headings[field][0] ?? field)
      if (missing.length > 0) refused('projects.import.columns-missing', { columns: missing })
      const { problems } = upload.plan
      if (problems.length > 0) throw rowsInvalid(problems)
      return call.command(async (_tx, command) => importProject(command, rules(), input, upload))
    }),
    start: os.start.handler(({ context: { call }, input }) =>
      call.command((tx, command) => startProject(tx, command, rules(), input)),
    ),
    report: os.report.handler(({ context: { call }, input }) =>
      call.command((tx, command) => reportProgress(tx, command, rules(), input), { grouped: true }),
    ),
    submit: os.submit.handler(({ context: { call }, input }) =>
      call.command((tx, command) => submitDeliverable(tx, command, rules(), input)),
    ),
    accept: os.accept.handler(({ context: { call }, input }) =>
      call.command((tx, command) => acceptDeliverable(tx, command, rules(), input)),
    ),
    return: os.return.handler(({ context: { call }, input }) =>
      call.command((tx, command) => returnDeliverable(tx, command, rules(), input)),
    ),
    appeal: os.appeal.handler(({ context: { call }, input }) =>
      call.command((tx, command) => appealLamp(tx, command, rules(), input)),
    ),
    answerAppeal: os.answerAppeal.handler(({ context: { call }, input }) =>
      call.command((tx, command) => answerAppeal(tx, command, rules(), input)),
    ),
  })
}

function templateFile(bytes: Buffer): File {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([new Uint8Array(bytes)], '项目计划模板.xlsx', { type })
}

function rowsInvalid(
  problems: readonly { readonly row: number; readonly column: string; readonly zh: string }[],
): Refused {
  const issues = problems.slice(0, 200).map(({ row, column, zh }) => ({ path: `${column}${row}`, message: zh }))
  return new Refused({ code: 'projects.import.rows-invalid', facts: { count: problems.length } }, issues)
}
