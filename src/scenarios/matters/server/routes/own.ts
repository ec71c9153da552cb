import { readerOf } from '#platform/kernel/actor.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import {
  type Applicant,
  dropDraft,
  findDraft,
  keepDraft,
  listResidentCases,
  prefillForm,
} from '#platform/server/casework/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { type CallContext, orRefuse } from '#platform/server/http/index.ts'
import { findResident } from '#platform/server/residents/index.ts'
import type { Services } from '#platform/server/scenario/index.ts'
import { act } from '../acting.ts'
import type { MattersImplementer } from '../implementer.ts'
import { submit } from '../submitting.ts'
import { viewCase } from '../views/case.ts'
import { caseLine } from '../views/case-lines.ts'
import { getMatter } from '../views/catalogue.ts'

type Call = CallContext['call']

/** What a resident does with their own cases. */
export const ownHandlers = (os: MattersImplementer, services: Services) => ({
  prefill: os.prefill.handler(({ context: { call }, input }) => prefill(services, call, input.matter)),
  submit: os.submit.handler(({ context: { call }, input }) =>
    submit(services, call, Object.values(input.materials).flat(), async (tx) => {
      const resident = call.actor.person
      const applicant = await verified(tx, services, resident)
      if (!applicant.ok) return applicant
      const { matter, form, materials: supplied, channel } = input
      const submission = { ...{ matter, form, supplied, channel, resident }, applicant: applicant.value }
      return ok({ submission: { ...submission, kind: 'person', readers: [readerOf(resident)] } })
    }),
  ),
  mine: os.mine.handler(({ context: { call }, input }) =>
    call.read(async (tx) => {
      const before = input.before === undefined ? call.now : new Date(input.before)
      const wanted = { resident: call.actor.person, before: new Date(before.getTime() + 1), limit: input.limit }
      const rows = await listResidentCases(tx, services.jurisdiction, wanted)
      return { cases: rows.map((row) => caseLine(services.rules(), row, call.now)) }
    }),
  ),
  myCase: os.myCase.handler(({ context: { call }, input }) =>
    viewCase(services, call, input.case, { isApplicant: true, mayWork: () => false, mayReopen: false }),
  ),
  supply: os.supply.handler(({ context: { call }, input }) =>
    act(services, call, input.case, { act: 'supply', material: input.material, files: input.files }),
  ),
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
    await call.read((tx) => dropDraft(tx, services.jurisdiction, { resident: call.actor.person, matter }))
    return { dropped: true as const }
  }),
})

async function prefill(services: Services, call: Call, id: string) {
  const matter = getMatter(services.rules(), id, call.now.getTime())
  const applicant = orRefuse(await call.read((tx) => verified(tx, services, call.actor.person)))
  const { values, waiting } = await prefillForm(services, matter, applicant, `prefill:${call.actor.person}`)
  const datasets = services.rules().documents('dataset')
  return {
    values: values.map(({ field, value, dataset, asOf }) => ({
      ...{ field, value, asOf: asOf ?? null },
      source: datasets.find(({ id: one }) => one === dataset)?.name ?? dataset,
    })),
    waiting: matter.materials.filter(({ id: material }) => waiting.includes(material)).map(({ name }) => name),
  }
}

/** The resident as an applicant: only somebody whose identity was checked can ask for a matter. */
async function verified(tx: Transaction, services: Services, resident: string): Promise<Result<Applicant>> {
  const { jurisdiction, personalData } = services
  const known = await findResident(tx, personalData, { jurisdiction, resident })
  if (known === undefined || known.name === null || known.number === null)
    return refuse('casework.applicant.unverified')
  return ok({ name: known.name, number: known.number, ...(known.phone !== null && { phone: known.phone }) })
}

async function viewDraft(services: Services, call: Call, matter: string) {
  const { jurisdiction, personalData } = services
  const row = await call.read((tx) => findDraft(tx, jurisdiction, { resident: call.actor.person, matter }))
  if (row === undefined) return { draft: null }
  const { form, materials } = JSON.parse(personalData.open(row.sealed, draftPlace(call, matter)))
  return { draft: { matter, form, materials, savedAt: row.saved_at.toISOString() } }
}

function draftPlace({ actor }: Call, matter: string): string {
  return `casework.draft/${actor.person}/${matter}`
}
