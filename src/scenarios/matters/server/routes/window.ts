import { type Actor, permits, readerOf } from '#platform/kernel/actor.ts'
import { ok, refuse } from '#platform/kernel/result.ts'
import { type CaseAct, forgetDraft, listTaken, readDraft, writeDraft } from '#platform/server/casework/index.ts'
import type { CallContext } from '#platform/server/http/index.ts'
import { receiveAtWindow } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { HalfKnown } from '../../contract/routes/window.ts'
import type { Draft } from '../../contract/views.ts'
import { actFor } from '../acting.ts'
import { applicantFor, firm } from '../applicant-for.ts'
import type { MattersImplementer } from '../implementer.ts'
import { reported } from '../reported.ts'
import { submit } from '../submitting.ts'
import { caseLines } from '../views/case-lines.ts'

/** The one window. */
export const windowHandlers = (os: MattersImplementer, services: Services) => ({
  accept: os.accept.handler(async ({ context: { call }, input }) => {
    const submitted = await submit(services, call, Object.values(input.materials).flat(), async (tx, command) => {
      const { matter, form, materials: supplied, applicant: who } = input
      const own = call.actor.organisation
      const request = { matter, form, supplied, readers: [own], takenBy: own }
      if (who.kind === 'unit') {
        const applicant = { name: call.actor.organisationName, number: own }
        return ok({ submission: { ...request, applicant, kind: 'unit', channel: 'unit', resident: null } })
      }
      if (who.kind === 'mandate') {
        const helped = await applicantFor(tx, services, command, { matter, resident: who.resident })
        if (!helped.ok) return helped
        const { isHelped, readers, ...asking } = helped.value
        return ok({ submission: { ...request, ...asking, channel: 'helper', readers: [own, ...readers] } })
      }
      if (!isWindow(call.actor))
        return refuse('permission.missing', { post: call.actor.postTitle, permission: 'matters.window' })
      const channel = 'window' as const
      if (who.kind === 'enterprise')
        return ok({
          submission: {
            ...{ ...request, applicant: who, kind: 'enterprise', channel, resident: null },
            readers: [own, ...firm(who.number, matter)],
          },
        })
      const received = await receiveAtWindow(tx, services.personalData, command, who)
      if (!received.ok) return received
      const { resident, ...also } = received.value
      const readers = [own, readerOf(resident)]
      return ok({ submission: { ...request, readers, applicant: who, kind: 'person', channel, resident }, also })
    })
    await forgetDraft(services, call, input.matter)
    return submitted
  }),
  taken: os.taken.handler(async ({ context: { call }, input: { number, limit, before: earlier } }) => {
    const before = new Date((earlier === undefined ? call.now : new Date(earlier)).getTime() + 1)
    const wanted = { reader: call.actor.organisation, number: number.toUpperCase(), before, limit }
    const rows = await call.read((tx) => listTaken(tx, services.jurisdiction, wanted))
    return { cases: await caseLines(services, rows, call) }
  }),
  ...drafts(os, services),
  ...forApplicant(os, services),
})

type Kept = { readonly applicant: HalfKnown } & Pick<Draft, 'form' | 'materials'>

/** What a clerk left half filled in; nobody else reads it, and it is gone with the day. */
function drafts(os: MattersImplementer, services: Services) {
  return {
    draftAtWindow: os.draftAtWindow.handler(async ({ context: { call }, input: { matter } }) => {
      const found = await readDraft<Kept>(services, call, matter)
      return { draft: found === undefined ? null : { matter, ...found.kept, savedAt: found.savedAt } }
    }),
    saveDraftAtWindow: os.saveDraftAtWindow.handler(({ context: { call }, input: { matter, ...kept } }) =>
      writeDraft(services, call, { matter, kept, forToday: true }),
    ),
    dropDraftAtWindow: os.dropDraftAtWindow.handler(async ({ context: { call }, input: { matter } }) => {
      await forgetDraft(services, call, matter)
      return { dropped: true as const }
    }),
  }
}

/** What whoever took a case does for its applicant. */
function forApplicant(os: MattersImplementer, services: Services) {
  const doing = (call: CallContext['call'], id: string, one: CaseAct) =>
    reported(services, call, { case: id, act: one.act }, actFor(services, call, id, one))
  return {
    supplyFor: os.supplyFor.handler(({ context: { call }, input: { case: id, ...paper } }) =>
      doing(call, id, { act: 'supply', ...paper }),
    ),
    correctFor: os.correctFor.handler(({ context: { call }, input: { case: id, ...answer } }) =>
      doing(call, id, { act: 'correct', ...answer }),
    ),
    correctAccountFor: os.correctAccountFor.handler(({ context: { call }, input: { case: id, ...given } }) =>
      doing(call, id, { act: 'correct-account', ...given }),
    ),
    withdrawFor: os.withdrawFor.handler(({ context: { call }, input: { case: id, ...why } }) =>
      doing(call, id, { act: 'withdraw', ...why }),
    ),
  }
}

/** Anybody may ask for their unit; residents and enterprises are received at a window. */
function isWindow(actor: Actor): boolean {
  return permits(actor, 'matters.window')
}
