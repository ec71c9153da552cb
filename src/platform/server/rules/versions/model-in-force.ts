import { type Dated, inForce } from '#platform/kernel/in-force.ts'
import { dateOf, type Instant } from '#platform/kernel/working-time/index.ts'
import type { Transaction } from '#platform/server/database/index.ts'
import { findApproved } from './version-store.ts'

/** A version of a model, of the pack or approved in the browser. */
export type DatedModel = Dated & {
  readonly version: number
  readonly name: string
  readonly english: string
  readonly summary?: string | undefined
  readonly xml: string
}

/** What to look for. */
export type ModelAsked = {
  readonly jurisdiction: string
  /** The versions of the pack: `services.rules().documents('decision-model')`. */
  readonly pack: readonly DatedModel[]
  readonly id: string
  readonly at: Instant
}

/**
 * The version of a model in force at an instant. It is read in the transaction of whoever asks, so that an approved version holds at once
 * and in every process.
 */
export async function modelInForce(
  tx: Transaction,
  { jurisdiction, pack, id, at }: ModelAsked,
): Promise<DatedModel | undefined> {
  const approved = await findApproved(tx, { jurisdiction, model: id, day: dateOf(at) })
  const own: DatedModel[] = approved
    ? [
        {
          ...{ id, version: approved.version, effectiveFrom: approved.effective_from, xml: approved.xml },
          ...{ name: approved.name, english: approved.english, summary: approved.summary ?? undefined },
        },
      ]
    : []
  return inForce([...pack.filter((one) => one.id === id), ...own], at)[0]
}
