import { v5 } from 'uuid'
import { type Acted, asksConsent, findInHand } from '#platform/server/casework/index.ts'
import { giveConsent } from '#platform/server/data-hub/index.ts'
import { type CallContext, refused } from '#platform/server/http/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { act } from './acting.ts'

const consentMilliseconds = 90 * 86_400_000
/** The names under which consents of this route have their ids: a repeat of the key is the same consent. */
const consents = 'b4f2a2f6-5a57-4c43-9d6e-0d9c2a9a4d3e'

/**
 * The applicant agrees that a material of their own case is looked up, which the law alone does not allow; it is asked for at once. Nobody agrees
 * in somebody else's place. Refuses: `record.unknown`, `casework.consent.not-own`, `casework.consent.not-asked`.
 */
export async function agree(
  services: Services,
  { call, idempotencyKey }: CallContext,
  { case: id, material: wanted }: { readonly case: string; readonly material: string },
): Promise<Acted> {
  const { jurisdiction, personalData: personal } = services
  const inHand = await call.read((tx) => findInHand(tx, { jurisdiction, rules: services.rules(), personal }, id))
  if (inHand === undefined) refused('record.unknown')
  if (inHand.row.resident_id !== call.actor.person) refused('casework.consent.not-own')
  const dataset = inHand.matter.materials.find((one) => one.id === wanted)?.dataset
  if (dataset !== undefined && asksConsent(inHand.case.materials[wanted])) {
    const { number, name } = inHand.contents.applicant
    await giveConsent(services, {
      ...{ id: v5(`${call.actor.person}/${idempotencyKey}`, consents), case: id, datasets: [dataset], givenBy: 'self' },
      ...{ subject: { kind: 'person', number, name }, actor: { person: call.actor.person } },
      endsAt: new Date(call.now.getTime() + consentMilliseconds),
    })
  }
  return act(services, call, id, { act: 'agree', material: wanted })
}
