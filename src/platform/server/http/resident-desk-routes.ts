import { implement } from '@orpc/server'
import { residentDeskContract } from '#platform/contract/resident-desk-contract.ts'
import type { RequestContext } from './call-context.ts'
import { guard } from './guard.ts'
import { orRefuse } from './refused.ts'
import type { ResidentRouteParts } from './resident-routes.ts'

/** What an official does at a window for a resident with the identity card. */
export function residentDeskRoutes(parts: ResidentRouteParts) {
  const { residents } = parts
  const os = implement(residentDeskContract).$context<RequestContext>().use(guard(parts))
  return os.router({
    askPhoneCode: os.askPhoneCode.handler(async ({ context, input: { phone, ...card } }) => {
      const { call, address, device } = context
      const asked = { card, phone, official: call.actor, origin: { address, device } }
      const { until, shown } = orRefuse(await residents.askPhoneCode(asked))
      return { until: until.toISOString(), shown }
    }),
    changePhone: os.changePhone.handler(({ context: { call }, input: { phone, code, ...card } }) =>
      residents.changePhone((decide) => call.command(decide), { card, phone, code }),
    ),
  })
}
