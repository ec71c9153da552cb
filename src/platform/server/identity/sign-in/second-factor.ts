import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { findJurisdiction } from '../jurisdiction-store.ts'
import { recordAccount } from './account-record.ts'
import { findCredential, useStep, writeSecret } from './credential-store.ts'
import { enrolment, newSecret, stepOf } from './one-time-code.ts'
import { type SignInParts, whose } from './parts.ts'
import { getPerson, isPassword } from './passwords.ts'
import { seal, unseal } from './secret-box.ts'
import type { ActiveSession } from './sessions.ts'

/**
 * Begins to use one-time codes: gives the secret for an authenticator app, which counts once a first code is confirmed.
 * Refuses: `identity.password.current-wrong`, `identity.second-factor.enrolled`, `service.busy`.
 */
export async function enrolSecondFactor(
  parts: SignInParts,
  session: ActiveSession,
  password: string,
): Promise<Result<{ readonly secret: string; readonly uri: string }>> {
  const right = await isPassword(parts, session.person, password)
  if (!right.ok) return right
  if (!right.value) return refuse('identity.password.current-wrong')
  const secret = newSecret()
  const mine = whose(parts, session.person)
  const begun = await parts.credentials.asSystem(parts.jurisdiction, async (tx) => {
    if ((await findCredential(tx, mine))?.totpEnrolledAt) return false
    await writeSecret(tx, mine, seal(parts.key, session.person, secret))
    return true
  })
  if (!begun) return refuse('identity.second-factor.enrolled')
  const { login } = await getPerson(parts, session.person)
  return ok(enrolment(secret, await issuerOf(parts), login))
}

/**
 * Confirms the first code; from now on sign-in asks for one. Refuses: `identity.second-factor.absent`, `.enrolled`, `.wrong`.
 */
export async function confirmSecondFactor(
  parts: SignInParts,
  session: ActiveSession,
  code: string,
): Promise<Result<{ readonly enrolled: true }>> {
  const mine = whose(parts, session.person)
  const credential = await parts.credentials.asSystem(parts.jurisdiction, (tx) => findCredential(tx, mine))
  if (!credential?.totpSecret) return refuse('identity.second-factor.absent')
  if (credential.totpEnrolledAt) return refuse('identity.second-factor.enrolled')
  const now = parts.clock.now()
  const secret = unseal(parts.key, session.person, credential.totpSecret)
  const step = await stepOf(secret, code, Number(credential.totpStep), now)
  const used =
    step !== undefined && (await parts.credentials.asSystem(parts.jurisdiction, (tx) => useStep(tx, mine, step, now)))
  if (!used) return refuse('identity.second-factor.wrong')
  const { post, organisation } = session.actor
  const actor = { person: session.person, post, organisation }
  await recordAccount(parts, session.person, { kind: 'identity.second-factor.enrolled', actor, payload: {} })
  return ok({ enrolled: true })
}

async function issuerOf({ database, jurisdiction }: SignInParts): Promise<string> {
  const county = await database.asSystem(jurisdiction, (tx) => findJurisdiction(tx, jurisdiction))
  return county?.name ?? jurisdiction
}
