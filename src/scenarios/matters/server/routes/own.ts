import type { PersonId } from '#platform/kernel/ids.ts'
import { ok } from '#platform/kernel/result.ts'
import {
  forgetDraft,
  listEnterpriseCases,
  listResidentCases,
  type Matter,
  prefillForm,
  readDraft,
  writeDraft,
} from '#platform/server/casework/index.ts'
import { hashOfSubject } from '#platform/server/data-hub/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, orRefuse } from '#platform/server/http/index.ts'
import { findResident, mandateFor } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import type { Draft } from '../../contract/views.ts'
import { act } from '../acting.ts'
import { agree } from '../agreeing.ts'
import { applicantFor } from '../applicant-for.ts'
import type { MattersImplementer } from '../implementer.ts'
import { printCase } from '../papers/print-case.ts'
import { submit } from '../submitting.ts'
import { viewCase } from '../views/case.ts'
import { caseLines } from '../views/case-lines.ts'
import { getMatter } from '../views/catalogue.ts'

type Call = CallContext['call']

const applicant = { isApplicant: true, mayWork: () => false, mayPay: () => false, mayReopen: false } as const

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
  mine: os.mine.handler(async ({ context: { call }, input: { before = call.now.toISOString(), limit, ...whose } }) => {
    const page = { before: new Date(Date.parse(before) + 1), limit }
    const rows = await call.read((tx) => listOf(tx, services, call, { ...page, ...whose }))
    const shown = whose.resident === undefined ? rows : await stillHelped(services, call, whose.resident, rows)
    return { cases: await caseLines(services, shown, call) }
  }),
  myCase: os.myCase.handler(({ context: { call }, input }) => viewCase(services, call, input.case, applicant)),
  myPaper: os.myPaper.handler(({ context: { call }, input }) => printCase(services, call, input, applicant)),
  supply: os.supply.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'supply', material: input.material, files: input.files }),
  ),
  agree: os.agree.handler(({ context, input }) => agree(services, context, input)),
  correct: os.correct.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'correct', step: input.step, note: input.note, files: input.files }),
  ),
  correctAccount: os.correctAccount.handler(({ context: { call }, input: { case: id, ...given } }) =>
    act(services, call, id, { act: 'correct-account', ...given }),
  ),
  withdraw: os.withdraw.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'withdraw', reason: input.reason }),
  ),
  draft: os.draft.handler(({ context: { call }, input }) => viewDraft(services, call, input.matter)),
  saveDraft: os.saveDraft.handler(({ context: { call }, input: { matter, form, materials } }) =>
    writeDraft(services, call, { matter, kept: { form, materials } }),
  ),
  dropDraft: os.dropDraft.handler(async ({ context: { call }, input: { matter } }) => {
    await forgetDraft(services, call, matter)
    return { dropped: true as const }
  }),
})

type Whose = { readonly enterprise?: string | undefined; readonly resident?: string | undefined }

/**
 * One's own cases; of an enterprise for which one acts, those that one may see; of somebody whom one helps, those that one handed in: the
 * rows of others do not show themselves.
 */
function listOf(
  tx: Transaction,
  { jurisdiction, personalData }: Services,
  { actor }: Call,
  { enterprise, resident, ...page }: Whose & { readonly before: Date; readonly limit: number },
) {
  if (enterprise === undefined)
    return listResidentCases(tx, jurisdiction, { ...page, resident: resident ?? actor.person })
  const applicantHash = hashOfSubject(personalData, { kind: 'enterprise', number: enterprise })
  return listEnterpriseCases(tx, jurisdiction, { ...page, applicantHash })
}

/** Those of the matters in which the mandate still stands. */
async function stillHelped<T extends { readonly matter: string }>(
  { database, jurisdiction }: Services,
  { actor, now }: Call,
  resident: string,
  rows: readonly T[],
): Promise<readonly T[]> {
  const matters = [...new Set(rows.map(({ matter }) => matter))]
  const asked = { jurisdiction, helper: actor, resident: resident as PersonId, at: now }
  const stands = await database.asSystem(jurisdiction, (tx) =>
    Promise.all(matters.map((matter) => mandateFor(tx, { ...asked, matter }))),
  )
  return rows.filter(({ matter }) => stands[matters.indexOf(matter)] !== undefined)
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

type Kept = Pick<Draft, 'form' | 'materials'>

async function viewDraft(services: Services, call: Call, matter: string): Promise<{ draft: Draft | null }> {
  const found = await readDraft<Kept>(services, call, matter)
  return { draft: found === undefined ? null : { matter, ...found.kept, savedAt: found.savedAt } }
}
