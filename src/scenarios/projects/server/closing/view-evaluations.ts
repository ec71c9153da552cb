import { type Actor, permits } from '#platform/kernel/actor.ts'
import type { OrganisationId } from '#platform/kernel/ids.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import { findNames } from '#platform/server/identity/index.ts'
import { findPlan, listNodes, type PlanRow } from '#platform/server/plans/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Evaluation, EvaluationFacts } from '../../contract/life.ts'
import { type AppealRow, listEvaluationAppeals } from '../appeal-store.ts'
import { mayAnswer } from '../reach.ts'
import { appealView } from '../views/appeal-view.ts'
import { partyOf } from '../views/node-rows.ts'
import { mayAppeal } from './appeal-evaluation.ts'
import { type EvaluationRow, listEvaluations } from './evaluation-store.ts'
import { readFacts } from './read-facts.ts'
import { readYields } from './read-yields.ts'

/** The closing evaluation: all of it for whoever leads, supervises or heads; one's own for everybody else. */
export function viewEvaluations(services: Services, call: CallContext['call'], project: string) {
  return call.read(async (tx) => {
    const { jurisdiction } = call.actor
    const plan = (await findPlan(tx, jurisdiction, project)) ?? refused('record.unknown')
    const stored = await listEvaluations(tx, jurisdiction, project)
    const isClosed = stored.length > 0
    const rows = isClosed ? stored : await drafted()
    const appeals = await listEvaluationAppeals(
      tx,
      jurisdiction,
      stored.map(({ id }) => id),
    )
    const appealsTo = (row: { readonly id: string }) => appeals.filter((appeal) => appeal.evaluation_id === row.id)
    const seen = rows.filter((row) => row.subject !== 'whole' && maySee(call.actor, plan, row, appealsTo(row)))
    if (seen.length === 0 && !seesAll(call.actor, plan)) refused('record.unknown')
    const broughtTo = await readYields(tx, jurisdiction, project)
    const names = await findNames(tx, jurisdiction, {
      organisations: seen.map((row) => row.organisation),
      people: [...seen.map((row) => row.person), ...appeals.map((row) => row.person_id)],
      posts: appeals.map((row) => row.post_id),
    })
    const evaluations = seen.map((row): Evaluation => {
      const own = appealsTo(row)
      return {
        evaluation: row.id,
        subject: row.subject === 'person' ? 'person' : 'organisation',
        party: partyOf(names, row.organisation, row.person),
        facts: row.facts as EvaluationFacts,
        brought: broughtTo(row),
        words: row.words,
        ...mayOf(call.actor, row, own, isClosed),
        appeals: own.map((appeal) => appealView(services.rules(), appeal, names)),
      }
    })
    return { words: stored.find(({ subject }) => subject === 'whole')?.words ?? '', evaluations, isClosed }

    async function drafted() {
      const nodes = await listNodes(tx, jurisdiction, project)
      const facts = await readFacts(tx, jurisdiction, project, nodes)
      return facts.map((one) => ({ ...one, id: `${one.subject} ${one.person ?? one.organisation}`, words: '' }))
    }
  })
}

type Evaluated = Pick<EvaluationRow, 'subject' | 'organisation' | 'person'>

function mayOf(actor: Actor, row: Evaluated, appeals: readonly AppealRow[], isClosed: boolean) {
  const open = appeals.find(({ state }) => state === 'open')
  return {
    mayAppeal: isClosed && open === undefined && mayAppeal(actor, row),
    mayAnswer: open !== undefined && mayAnswer(actor, open),
  }
}

/** Whoever owes the answer to an objection reads what it is to. */
function maySee(actor: Actor, plan: PlanRow, row: Evaluated, appeals: readonly AppealRow[]): boolean {
  const isOwn = row.person === actor.person || mayAppeal(actor, row)
  return isOwn || seesAll(actor, plan) || appeals.some((one) => mayAnswer(actor, one))
}

/** Whoever leads the plan's unit, or reads the whole county. */
function seesAll(actor: Actor, plan: PlanRow): boolean {
  const lead = { organisation: plan.lead_organisation as OrganisationId }
  return permits(actor, 'projects.lead', lead) || actor.permissions.get('projects.read') === 'jurisdiction'
}
