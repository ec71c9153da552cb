import { implement } from '@orpc/server'
import { enterpriseContract } from '#platform/contract/enterprise-contract.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import { listEnterprises } from '#platform/server/residents/index.ts'
import type { CallContext, RequestContext } from './call-context.ts'
import { guard } from './guard.ts'
import { orRefuse } from './refused.ts'
import type { ResidentRouteParts } from './resident-routes.ts'

/** What the enterprises' routes need beside the residents'. */
export type EnterpriseRouteParts = ResidentRouteParts & { rules(): CountyRules }

/** For which enterprises a resident acts. */
export function enterpriseRoutes(parts: EnterpriseRouteParts) {
  const os = implement(enterpriseContract).$context<RequestContext>().use(guard(parts))
  return os.router({
    mine: os.mine.handler(({ context }) => listOf(parts, context)),
    confirm: os.confirm.handler(async ({ context }) => {
      orRefuse(await parts.residents.confirmEnterprises(context.call.actor.person))
      return listOf(parts, context)
    }),
  })
}

async function listOf({ database, clock, rules }: EnterpriseRouteParts, { call }: CallContext) {
  const { jurisdiction, person } = call.actor
  const at = clock.now()
  // A mandate rests on what its giver is in the register, which is not the helper's to read.
  const all = await database.asSystem(jurisdiction, (tx) => listEnterprises(tx, jurisdiction, { person, at }))
  const name = (matter: string) => rules().documentAt('matter', matter, at.getTime())?.name ?? matter
  return {
    enterprises: all.map(({ code, matters, until, confirmedAt, ...one }) => ({
      ...{ enterprise: code, name: one.name, as: one.as, counts: one.counts, isDue: one.isDue },
      matters: matters?.map((matter) => ({ matter, name: name(matter) })) ?? null,
      ...{ until: until?.toISOString() ?? null, confirmedAt: confirmedAt.toISOString() },
    })),
  }
}
