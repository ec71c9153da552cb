import { implement } from '@orpc/server'
import { mandateContract } from '#platform/contract/mandate-contract.ts'
import { type Actor, residentActor } from '#platform/kernel/actor.ts'
import type { PersonId } from '#platform/kernel/ids.ts'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { CountyRules } from '#platform/server/county-rules/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { listFiles } from '#platform/server/files/index.ts'
import type { PersonalData } from '#platform/server/personal-data/index.ts'
import {
  decideMandate,
  decideWithdrawal,
  listEnterprises,
  listMandates,
  type MandateGiven,
  receiveAtWindow,
  viewMandate,
} from '#platform/server/residents/index.ts'
import type { CallContext, RequestContext } from './call-context.ts'
import { guard } from './guard.ts'
import { orRefuse, refused } from './refused.ts'
import type { ResidentRouteParts } from './resident-routes.ts'

/** What the mandates' routes need beside the residents'. */
export type MandateRouteParts = ResidentRouteParts & {
  readonly personalData: PersonalData
  rules(): CountyRules
}

type Terms = { readonly matters: readonly string[] | null; readonly until: string }
type Person = { readonly phone: string; readonly name: string }

/** Mandates among residents, and those of officials who help. */
export function mandateRoutes(parts: MandateRouteParts) {
  const os = implement(mandateContract).$context<RequestContext>()
  return os.router({
    matters: os.matters.handler(() => ({ matters: mattersAt(parts.rules(), parts.clock.now()) })),
    ...betweenResidents(parts),
    ...atWork(parts),
  })
}

function betweenResidents(parts: MandateRouteParts) {
  const { residents } = parts
  const os = implement(mandateContract).$context<RequestContext>().use(guard(parts))
  return {
    mine: os.mine.handler(({ context }) => listOf(parts, context)),
    give: os.give.handler(async ({ context, input }) => {
      const { actor, command } = context.call
      const given = await termsOf(parts, context, input)
      await verified(parts, actor)
      const { resident, name } = orRefuse(await residents.named(input, 'residents.mandate.helper-unknown'))
      const helper = residentActor({ jurisdiction: actor.jurisdiction, id: resident, name })
      const giver = { id: actor.person, name: actor.personName }
      const answer = await command(async (tx, call) => {
        const enterprise = await representedBy(tx, actor, input.enterprise, call.now)
        if (!enterprise.ok) return enterprise
        const consent = { by: 'session' as const }
        return decideMandate(call, { ...given, resident: giver, helper, consent, enterprise: enterprise.value })
      })
      await residents.heedMandate(answer.mandate)
      return answer
    }),
    ask: os.ask.handler(async ({ context, input }) => {
      await verified(parts, context.call.actor)
      return askFor(parts, context, input)
    }),
    confirm: os.confirm.handler(({ context, input }) => confirmed(parts, context, input)),
    withdraw: os.withdraw.handler(async ({ context, input }) => {
      const answer = await context.call.command((tx, call) => decideWithdrawal(tx, call, input.mandate))
      await residents.heedMandate(answer.mandate)
      return answer
    }),
  }
}

/** The enterprise for which somebody lets another act: its representative alone may. */
async function representedBy(
  tx: Transaction,
  { jurisdiction, person }: Actor,
  code: string | undefined,
  at: Date,
): Promise<Result<MandateGiven['enterprise']>> {
  if (code === undefined) return ok(undefined)
  const all = await listEnterprises(tx, jurisdiction, { person, at })
  const found = all.find((one) => one.as === 'representative' && one.counts && one.code === code)
  return found === undefined
    ? refuse('residents.enterprise.none')
    : ok({ representation: found.representation, name: found.name })
}

function atWork(parts: MandateRouteParts) {
  const os = implement(mandateContract).$context<RequestContext>().use(guard(parts))
  return {
    mineAtWork: os.mineAtWork.handler(({ context }) => listOf(parts, context)),
    askAtWork: os.askAtWork.handler(({ context, input }) => askFor(parts, context, input)),
    confirmAtWork: os.confirmAtWork.handler(({ context, input }) => confirmed(parts, context, input)),
    withdrawAtWork: os.withdrawAtWork.handler(({ context, input }) =>
      context.call.command((tx, call) => decideWithdrawal(tx, call, input.mandate)),
    ),
    recordForm: os.recordForm.handler(async ({ context, input }) => {
      const terms = await termsOf(parts, context, input)
      return context.call.command(async (tx, call) => {
        const [files, received] = await Promise.all([
          listFiles(tx, call.actor.jurisdiction, [input.file]),
          receiveAtWindow(tx, parts.personalData, call, input),
        ])
        if (files.length === 0) return refuse('record.unknown')
        if (!received.ok) return received
        const consent = { by: 'form' as const, file: input.file }
        const resident = { id: received.value.resident, name: input.name.trim() }
        const decided = decideMandate(call, { ...terms, resident, helper: call.actor, consent })
        if (!decided.ok) return decided
        const { answer, entries, writes } = decided.value
        const first = received.value
        return ok({ answer, entries: [...first.entries, ...entries], writes: [...first.writes, ...writes] })
      })
    }),
  }
}

async function askFor({ residents, ...parts }: MandateRouteParts, context: CallContext, input: Person & Terms) {
  const { matters, until, matterNames } = await termsOf({ residents, ...parts }, context, input)
  const { address, device } = context
  const asked = { ...input, helper: context.call.actor, matters, until, matterNames, origin: { address, device } }
  const sent = orRefuse(await residents.askConsent(asked))
  return { until: sent.until.toISOString(), shown: sent.shown }
}

async function confirmed(
  parts: MandateRouteParts,
  context: CallContext,
  input: Person & Terms & { readonly code: string },
) {
  const { matters, until } = await termsOf(parts, context, input)
  const { actor: helper, command } = context.call
  let taking: ReturnType<MandateRouteParts['residents']['takeConsent']> | undefined
  return command(async (_tx, call) => {
    taking ??= parts.residents.takeConsent({ ...input, helper, matters, until }) // once, however often it is decided
    const taken = await taking
    if (!taken.ok) return taken
    const resident = { id: taken.value.resident, name: taken.value.name }
    return decideMandate(call, { matters, until, resident, helper, consent: { by: 'code' } })
  })
}

async function termsOf(
  { rules }: MandateRouteParts,
  { call }: CallContext,
  { matters, until }: Terms,
): Promise<Pick<MandateGiven, 'matters' | 'until'> & { readonly matterNames: readonly string[] }> {
  const names = (matters ?? []).map(
    (id) => nameOf(rules(), id, call.now) ?? refused('residents.mandate.matter-unknown', { matter: id }),
  )
  return { matters, until: new Date(until), matterNames: names }
}

/** The matters in force, by name. */
function mattersAt(rules: CountyRules, at: Date) {
  const ids = [...new Set(rules.documents('matter').map(({ id }) => id))]
  return ids.flatMap((id) => {
    const matter = rules.documentAt('matter', id, at.getTime())
    if (matter === undefined) return []
    return [{ matter: id, name: matter.name, english: matter.english, applicants: [...matter.applicants] }]
  })
}

function nameOf(rules: CountyRules, matter: string, at: Date): string | undefined {
  return rules.documentAt('matter', matter, at.getTime())?.name
}

/** Whoever acts for others, or lets others act, is known by name. */
async function verified({ residents }: MandateRouteParts, { person }: Actor): Promise<void> {
  const view = await residents.view(person)
  if (view?.verifiedBy == null) refused('residents.identity.required')
}

async function listOf({ rules }: MandateRouteParts, { call }: CallContext) {
  const me = call.actor.person as PersonId
  const rows = await call.read((tx) => listMandates(tx, call.actor.jurisdiction, me))
  const name = (matter: string) => nameOf(rules(), matter, call.now) ?? matter
  return { mandates: rows.map((row) => viewMandate(row, { me, name, now: call.now })) }
}
