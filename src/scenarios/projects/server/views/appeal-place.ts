import type { Actor } from '#platform/kernel/actor.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { OwedAppeal } from '../../contract/appeals.ts'
import { type AppealRow, findAppeal } from '../appeal-store.ts'
import { listEvaluatedPlans } from '../closing/evaluation-store.ts'
import { mayAnswer } from '../reach.ts'

/** The page of the thing that an objection is about; that page asks again who may read it. */
export function viewAppealPlace(call: CallContext['call'], id: string): Promise<{ page: string }> {
  return call.read(async (tx) => {
    const { actor } = call
    const appeal = await findAppeal(tx, actor.jurisdiction, id)
    if (appeal === undefined || !concerns(actor, appeal)) refused('record.unknown')
    const evaluations = appeal.evaluation_id === null ? [] : [appeal.evaluation_id]
    const [evaluated] = await listEvaluatedPlans(tx, actor.jurisdiction, evaluations)
    return {
      page: placeOfAppeal({ node: appeal.node_id, plate: appeal.plate_id, project: evaluated?.plan ?? null }),
    }
  })
}

/** Where an objection to a node's lamp, a plate or the evaluation of a project is dealt with. */
export function placeOfAppeal({ node, plate, project }: Pick<OwedAppeal, 'node' | 'plate' | 'project'>): string {
  if (node !== null) return `/nodes/${node}`
  return plate === null ? `/projects/${project}` : `/plates/${plate}`
}

/** An objection concerns who made it, the unit that owes the answer, and those to whom it climbs. */
function concerns(actor: Actor, appeal: AppealRow): boolean {
  if (appeal.person_id === actor.person || appeal.acceptor === actor.organisation) return true
  const watches = ['obligations.supervise', 'obligations.escalated.read'].some((one) => actor.permissions.has(one))
  return watches || mayAnswer(actor, appeal)
}
