/**
 * A look-up is allowed by a grant: of this dataset, to this organisation, for this matter, on this day, for every field that is asked, and
 * for the post that asks where the grant names posts. A grant by law needs nothing else; one by consent needs the consent of the
 * person for this dataset and this case, given, not ended, not withdrawn. No grant, no look-up. What is not shared only its owner may
 * look up, and no grant changes that.
 */
import { dateOf, type Instant } from '#platform/kernel/working-time/index.ts'
import type { DatasetShape } from './dataset.ts'

/** A grant of the county pack or of an operator. */
export type Grant = {
  readonly id: string
  readonly version: number
  /** First and last day, as 2026-03-02. */
  readonly effectiveFrom: string
  readonly until: string
  readonly dataset: string
  readonly fields: readonly string[]
  readonly organisation: string
  /** Templates of posts; `machine` is a decision without a person. */
  readonly posts?: readonly string[] | undefined
  readonly matters: readonly string[]
  readonly ground: 'law' | 'consent'
  readonly basis: string
}

/** Who asks for what and why. */
export type Asking = {
  readonly organisation: string
  /** As `gongjijin.clerk`; undefined where no person asks. */
  readonly post: string | undefined
  readonly fields: readonly string[]
  readonly matter: string
  readonly case: string
}

/** The consent of the person who is looked up. */
export type Consent = {
  readonly id: string
  readonly case: string
  readonly datasets: readonly string[]
  readonly givenAt: Date
  readonly endsAt: Date
  readonly withdrawnAt: Date | null
}

/** Why a look-up is refused. */
export type NotGranted =
  | 'no-grant'
  | 'not-shared'
  | 'field-not-granted'
  | 'grant-ended'
  | 'consent-missing'
  | 'consent-ended'
  | 'consent-withdrawn'

/** The grant that allows a look-up, or why none does: of several reasons the one that is nearest to being allowed. */
export function findGrant(
  dataset: DatasetShape,
  grants: readonly Grant[],
  asking: Asking,
  consent: Consent | undefined,
  now: Instant,
): { readonly grant: Grant } | { readonly reason: NotGranted } {
  if (dataset.sharing === 'not-shared' && asking.organisation !== dataset.owner) return { reason: 'not-shared' }
  const mine = grants.filter((grant) => concerns(grant, dataset, asking))
  if (mine.length === 0) return { reason: 'no-grant' }
  const today = dateOf(now)
  const holding = mine.filter((grant) => grant.effectiveFrom <= today && today <= grant.until)
  if (holding.length === 0) return { reason: 'grant-ended' }
  const whole = holding.filter((grant) => asking.fields.every((field) => grant.fields.includes(field)))
  if (whole.length === 0) return { reason: 'field-not-granted' }
  const byLaw = whole.find(({ ground }) => ground === 'law')
  if (byLaw) return { grant: byLaw }
  const reason = faultOfConsent(dataset, asking, consent, now)
  const [byConsent] = whole
  return reason === undefined && byConsent ? { grant: byConsent } : { reason: reason ?? 'no-grant' }
}

/** Why a consent does not count; undefined where it does. */
export function faultOfConsent(
  dataset: Pick<DatasetShape, 'id'>,
  asking: Pick<Asking, 'case'>,
  consent: Consent | undefined,
  now: Instant,
): NotGranted | undefined {
  if (consent === undefined || consent.case !== asking.case || !consent.datasets.includes(dataset.id))
    return 'consent-missing'
  if (consent.givenAt.getTime() > now) return 'consent-missing'
  if (consent.withdrawnAt !== null && consent.withdrawnAt.getTime() <= now) return 'consent-withdrawn'
  return consent.endsAt.getTime() <= now ? 'consent-ended' : undefined
}

function concerns(grant: Grant, { id }: DatasetShape, { organisation, post, matter }: Asking): boolean {
  if (grant.dataset !== id || grant.organisation !== organisation || !grant.matters.includes(matter)) return false
  return (
    grant.posts === undefined ||
    grant.posts.includes(post === undefined ? 'machine' : post.slice(post.lastIndexOf('.') + 1))
  )
}
