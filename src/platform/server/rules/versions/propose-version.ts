import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { CommandCall, Decision } from '#platform/server/commands/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { newEntryId } from '#platform/server/journal/index.ts'
import type { DocumentReading } from '../domain/check/read-document.ts'
import { type Act, type Asked, decideProposal, propose } from '../domain/versions/proposal.ts'
import { type DatedModel, modelInForce } from './model-in-force.ts'
import { decideVersion, insertVersion, listVersions, type VersionRow } from './version-store.ts'

/** A proposal as somebody makes it. */
export type ProposalGiven = {
  readonly model: string
  readonly xml: string
  readonly effectiveFrom: string
  readonly reason: string
  /** What a try-out said in figures, where there was one. */
  readonly tried: { readonly cases: number; readonly changed: number; readonly lost: number } | null
}

/** What stands around it: how it reads, the versions of the pack, and what asks for the model's decisions. */
export type Around = {
  readonly reading: DocumentReading
  readonly pack: readonly DatedModel[]
  readonly asked: readonly Asked[]
}

type Answer = { readonly version: number; readonly entry: string }

/** Proposes a version of a model. Refusals: `rules.model.unknown`, those of `propose`. */
export async function proposeVersion(
  tx: Transaction,
  call: CommandCall,
  given: ProposalGiven,
  { reading, pack, asked }: Around,
): Promise<Result<Decision<Answer>>> {
  const { jurisdiction, person, post } = call.actor
  const present = await modelInForce(tx, { jurisdiction, pack, id: given.model, at: call.now.getTime() })
  if (present === undefined) return refuse('rules.model.unknown', { model: given.model })
  const { xml, effectiveFrom, reason, tried } = given
  const allowed = propose({ reading, xml, effectiveFrom }, present, asked, dateOf(call.now.getTime()))
  if (!allowed.ok) return allowed
  const others = await listVersions(tx, jurisdiction, given.model)
  const numbers = [...others, ...pack.filter(({ id }) => id === given.model)].map(({ version }) => version)
  const row: VersionRow = {
    ...{
      model: given.model,
      version: Math.max(0, ...numbers) + 1,
      state: 'waiting',
      xml,
      effective_from: effectiveFrom,
    },
    ...{ name: present.name, english: present.english, summary: present.summary ?? null, based_on: present.version },
    ...{ reason, tried, proposed_by: person, proposed_post: post, proposed_at: call.now, entry_version: 1 },
    ...{ decided_by: null, decided_at: null, decided_reason: null },
  }
  const entry = entryOf(call, row, 'rules.version.proposed', reason)
  return ok({
    answer: { version: row.version, entry: entry.id },
    entries: [entry],
    writes: [insertVersion(jurisdiction, row)],
  })
}

const kinds = {
  approve: 'rules.version.approved',
  reject: 'rules.version.rejected',
  withdraw: 'rules.version.withdrawn',
} as const

/** Approves, rejects or withdraws a proposal. Refusals: `rules.proposal.unknown`, those of `decideProposal`. */
export async function decideOnVersion(
  tx: Transaction,
  call: CommandCall,
  {
    model,
    version,
    act,
    reason,
  }: { readonly model: string; readonly version: number; readonly act: Act; readonly reason: string },
): Promise<Result<Decision<{ entry: string }>>> {
  const { jurisdiction, person } = call.actor
  const row = (await listVersions(tx, jurisdiction, model)).find((one) => one.version === version)
  if (row === undefined) return refuse('rules.proposal.unknown', { model, version })
  const waiting = { state: row.state, proposedBy: row.proposed_by, effectiveFrom: row.effective_from }
  const decided = decideProposal(waiting, act, { person, today: dateOf(call.now.getTime()) })
  if (!decided.ok) return decided
  const next: VersionRow = {
    ...row,
    ...{ state: decided.value, decided_by: person, decided_at: call.now, decided_reason: reason },
    entry_version: row.entry_version + 1,
  }
  const entry = entryOf(call, next, kinds[act], reason)
  return ok({ answer: { entry: entry.id }, entries: [entry], writes: [decideVersion(jurisdiction, next)] })
}

/** The stream of a proposed version. */
export const versionStream = (model: string, version: number) => `rules.version/${model}@${version}`

function entryOf({ actor, now }: CommandCall, row: VersionRow, kind: string, reason: string) {
  const { jurisdiction, person, post, organisation } = actor
  const { model, version, entry_version, effective_from, based_on, xml } = row
  return {
    ...{
      id: newEntryId(),
      jurisdiction,
      stream: versionStream(model, version),
      version: entry_version,
      kind,
      recordedAt: now,
    },
    ...{ actor: { person, post, organisation }, rule: { id: model, version: String(version) } },
    payload: {
      model,
      version,
      effectiveFrom: effective_from,
      basedOn: based_on,
      reason,
      xml: kind.endsWith('proposed') ? xml : null,
    },
  }
}
