import { timeLeft } from '#platform/kernel/working-time/index.ts'
import {
  type CaseRow,
  caseOf,
  listReturned,
  type Matter,
  matterOf,
  type QueueRow,
} from '#platform/server/casework/index.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { CaseLine, QueueLine } from '../../contract/views.ts'

/** Cases as lists show them. */
export async function caseLines(
  services: Services,
  rows: readonly CaseRow[],
  call: Pick<CallContext['call'], 'now' | 'read'>,
): Promise<CaseLine[]> {
  const ids = rows.map(({ id }) => id)
  const returned = await call.read((tx) => listReturned(tx, services.jurisdiction, ids))
  return rows.map((row) => caseLine(services.rules(), row, call.now, returned.has(row.id)))
}

/** A case as lists show it; `returned` where the bank gave money of it back. */
export function caseLine(rules: CountyRules, row: CaseRow, now: Date, returned: boolean): CaseLine {
  const matter = matterOf(rules, row)
  const { endedAt, acceptedAt, dueAt, steps, materials } = caseOf(row)
  const asked = Object.values(steps).some(({ state }) => state === 'correcting')
  const lacks = row.state === 'gathering' && matter.materials.some(({ id, paper }) => paper && materials[id]?.trouble)
  return {
    ...{ case: row.id, number: row.number, matter: namedMatter(matter), state: row.state },
    ...{ applicant: row.applicant_label, channel: row.channel, submittedAt: row.submitted_at.toISOString() },
    left: endedAt === null ? timeLeft(rules.calendar, { from: acceptedAt, dueAt }, now.getTime()) : null,
    endedAt: row.ended_at?.toISOString() ?? null,
    waitsForApplicant: asked || lacks || returned,
    returned,
  }
}

/** One step of a queue. */
export function queueLine(rules: CountyRules, names: Names, row: QueueRow, now: Date): QueueLine {
  const matter = matterOf(rules, row)
  const step = matter.steps.find(({ id }) => id === row.step)
  return {
    ...{ case: row.case_id, number: row.number, matter: namedMatter(matter) },
    step: { id: row.step, name: step?.name ?? row.step },
    unit: { id: row.unit, name: names.organisation(row.unit) },
    ...{ state: row.state, applicant: row.applicant_label, applicantKind: row.applicant_kind, channel: row.channel },
    submittedAt: row.submitted_at.toISOString(),
    left: timeLeft(rules.calendar, { from: row.opened_at.getTime(), dueAt: row.due_at.getTime() }, now.getTime()),
  }
}

function namedMatter({ id, name, english }: Matter) {
  return { id, name, english }
}
