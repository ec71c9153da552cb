import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { ModelFault } from '../check/check-model.ts'
import type { DocumentReading } from '../check/read-document.ts'

/**
 * A version that somebody proposed (规则修订):
 *
 *   waiting ──approve──► approved    holds from its day on, for what is submitted from then on
 *      ├─────reject────► rejected    never holds
 *      └────withdraw───► withdrawn   never holds; only who proposed it withdraws it
 *
 * Two persons stand behind a rule in force: nobody approves what he proposed. A rule never reaches back: its day is after the day on which
 * it is proposed, and not before the day on which it is approved. What is decided stays decided; another change is another version.
 */
export const proposalStates = ['waiting', 'approved', 'rejected', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

/** What somebody wants to hold from a day on, with how it reads. Days are YYYY-MM-DD. */
export type Proposed = { readonly reading: DocumentReading; readonly xml: string; readonly effectiveFrom: string }

/** What stands on the model: a decision, with the facts that whoever asks for it can give. */
export type Asked = { readonly by: string; readonly decision: string; readonly facts: readonly string[] }

/**
 * Whether a document may be proposed.
 * Refusals: `rules.proposal.same`, `.day-past`, `.faulty`, `.decision-gone`, `.fact-unknown`.
 */
export function propose(
  proposed: Proposed,
  present: { readonly xml: string },
  asked: readonly Asked[],
  today: string,
): Result<void> {
  if (proposed.xml.trim() === present.xml.trim()) return refuse('rules.proposal.same')
  if (proposed.effectiveFrom <= today) return refuse('rules.proposal.day-past', { day: proposed.effectiveFrom, today })
  const { decisions, services, faults } = proposed.reading
  if (faults.length > 0)
    return refuse('rules.proposal.faulty', { count: faults.length, first: tell(faults[0] as ModelFault) })
  for (const { by, decision, facts } of asked) {
    const asks = [...decisions, ...services].find(({ name }) => name === decision)
    if (asks === undefined) return refuse('rules.proposal.decision-gone', { decision, by })
    const unknown = asks.facts.filter((input) => !facts.includes(input))
    if (unknown.length > 0) return refuse('rules.proposal.fact-unknown', { inputs: unknown, by })
  }
  return ok(undefined)
}

/** What decides a proposal. */
export const acts = ['approve', 'reject', 'withdraw'] as const
export type Act = (typeof acts)[number]

const after = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const satisfies Record<
  Act,
  ProposalState
>

type Waiting = { readonly state: ProposalState; readonly proposedBy: string; readonly effectiveFrom: string }

/** The state after an act. Refusals: `rules.proposal.decided`, `.own`, `.not-own`, `.day-past`. */
export function decideProposal(
  proposal: Waiting,
  act: Act,
  by: { readonly person: string; readonly today: string },
): Result<ProposalState> {
  if (proposal.state !== 'waiting') return refuse('rules.proposal.decided')
  const isOwn = proposal.proposedBy === by.person
  if (isOwn && act !== 'withdraw') return refuse('rules.proposal.own')
  if (!isOwn && act === 'withdraw') return refuse('rules.proposal.not-own')
  if (act === 'approve' && proposal.effectiveFrom < by.today)
    return refuse('rules.proposal.day-past', { day: proposal.effectiveFrom, today: by.today })
  return ok(after[act])
}

function tell({ decision, row, text }: ModelFault): string {
  return row === undefined ? `${decision}：${text}` : `${decision} 第 ${row} 行：${text}`
}
