import { ok } from '#platform/kernel/result.ts'
import {
  dropDraft,
  findDraft,
  keepDraft,
  listEnterpriseCases,
  listResidentCases,
  type Matter,
  prefillForm,
} from '#platform/server/casework/index.ts'
import { hashOfSubject } from '#platform/server/data-hub/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, orRefuse } from '#platform/server/http/index.ts'
import { findResident } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { act } from '../acting.ts'
import { agree } from '../agreeing.ts'
import { applicantFor } from '../applicant-for.ts'
import type { MattersImplementer } from '../implementer.ts'
import { printCase } from '../papers/print-case.ts'
import { submit } from '../submitting.ts'
import { viewCase } from '../views/case.ts'
import { caseLine } from '../views/case-lines.ts'
import { getMatter } from '../views/catalogue.ts'

type Call = CallContext['call']

const applicant = { isApplicant: true, mayWork: () => false, mayReopen: false } as const

/** What a resident does with their own cases. */
export const ownHandlers = (os: MattersImplementer, services: Services) => ({
  prefill: os.prefill.handler(({ context: { call }, input }) => prefill(services, call, input)),
  submit: os.submit.handler(async ({ context: { call }, input }) => {
    const submitted = await submit(services, call, Object.values(input.materials).flat(), async (tx) => {
      const { matter, form, materials: supplied } = input
      const who = await applicantFor(tx, services, call, input)
      if (!who.ok) return who
      const { isHelped, readers, ...asking } = who.value
      const channel = isHelped ? 'helper' : input.channel
      // Who helped somebody follows the case by their own name; who acts for an enterprise, for as long as they do.
      const eyes = asking.kind === 'person' ? [...readers, call.actor.organisation] : readers
      return ok({ submission: { ...asking, matter, form, supplied, channel, readers: eyes } })
    })
    if (input.resident === undefined && input.enterprise === undefined) await forgetDraft(services, call, input.matter)
    return submitted
  }),
  mine: os.mine.handler(({ context: { call }, input }) =>
    call.read(async (tx) => {
      const before = input.before === undefined ? call.now : new Date(input.before)
      const page = { before: new Date(before.getTime() + 1), limit: input.limit }
      const rows = await listOf(tx, services, call, { ...page, enterprise: input.enterprise })
      return { cases: rows.map((row) => caseLine(services.rules(), row, call.now)) }
    }),
  ),
  myCase: os.myCase.handler(({ context: { call }, input }) => viewCase(services, call, input.case, applicant)),
  myPaper: os.myPaper.handler(({ context: { call }, input }) => printCase(services, call, input, applicant)),
  supply: os.supply.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'supply', material: input.material, files: input.files }),
  ),
  agree: os.agree.handler(({ context, input }) => agree(services, context, input)),
  correct: os.correct.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'correct', step: input.step, note: input.note, files: input.files }),
  ),
  withdraw: os.withdraw.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'withdraw', reason: input.reason }),
  ),
  draft: os.draft.handler(({ context: { call }, input }) => viewDraft(services, call, input.matter)),
  saveDraft: os.saveDraft.handler(async ({ context: { call }, input: { matter, form, materials } }) => {
    const sealed = services.personalData.seal(JSON.stringify({ form, materials }), draftPlace(call, matter))
    const draft = { resident: call.actor.person, matter, sealed, saved_at: call.now }
    await call.read((tx) => keepDraft(tx, services.jurisdiction, draft))
    return { savedAt: call.now.toISOString() }
  }),
  dropDraft: os.dropDraft.handler(async ({ context: { call }, input: { matter } }) => {
    await forgetDraft(services, call, matter)
    return { dropped: true as const }
  }),
})

/** One's own cases or, of an enterprise for which one acts, those that one may see. */
function listOf(
  tx: Transaction,
  { jurisdiction, personalData }: Services,
  { actor }: Call,
  { enterprise, ...page }: { readonly before: Date; readonly limit: number; readonly enterprise: string | undefined },
) {
  if (enterprise === undefined) return listResidentCases(tx, jurisdiction, { ...page, resident: actor.person })
  const applicantHash = hashOfSubject(personalData, { kind: 'enterprise', number: enterprise })
  return listEnterpriseCases(tx, jurisdiction, { ...page, applicantHash })
}

async function prefill(services: Services, call: Call, input: Parameters<typeof applicantFor>[3]) {
  const matter = getMatter(services.rules(), input.matter, call.now.getTime())
  const { database, jurisdiction, personalData } = services
  const [asked, own] = await database.asSystem(jurisdiction, (tx) =>
    Promise.all([
      applicantFor(tx, services, call, input),
      findResident(tx, personalData, { jurisdiction, resident: call.actor.person }),
    ]),
  )
  const { values, waiting } = await prefillForm(services, matter, orRefuse(asked))
  const datasets = services.rules().documents('dataset')
  const brought = values.map(({ field, value, dataset, asOf }) => ({
    ...{ field, value, asOf },
    source: datasets.find(({ id: one }) => one === dataset)?.name ?? dataset,
  }))
  return {
    values: [...brought, ...phoneOf(matter, own?.phone ?? null)],
    waiting: matter.materials.filter(({ id: material }) => waiting.includes(material)).map(({ name }) => name),
  }
}

/** Whom to call is whoever fills the form in, by the phone that they signed in with. */
function phoneOf({ form }: Matter, phone: string | null) {
  const asks = form.some(({ field, prefill: brought }) => field === 'contact-phone' && brought === undefined)
  return asks && phone !== null ? [{ field: 'contact-phone', value: phone, source: '您登录时', asOf: null }] : []
}

async function viewDraft(services: Services, call: Call, matter: string) {
  const { jurisdiction, personalData } = services
  const row = await call.read((tx) => findDraft(tx, jurisdiction, { resident: call.actor.person, matter }))
  if (row === undefined) return { draft: null }
  const { form, materials } = JSON.parse(personalData.open(row.sealed, draftPlace(call, matter)))
  return { draft: { matter, form, materials, savedAt: row.saved_at.toISOString() } }
}

/** A draft of one's own that was handed in or thrown away does not come up again. */
function forgetDraft({ jurisdiction }: Services, call: Call, matter: string) {
  return call.read((tx) => dropDraft(tx, jurisdiction, { resident: call.actor.person, matter }))
}

function draftPlace({ actor }: Call, matter: string): string {
  return `casework.draft/${actor.person}/${matter}`
}
