import { randomBytes, timingSafeEqual } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

const period = 30_000

/** A new secret for one-time codes (RFC 6238, 160 bits). */
export function newSecret(): Buffer {
  return randomBytes(20)
}

/** How an authenticator app is told the secret: as text to type, and as the address in a QR code. */
export function enrolment(secret: Uint8Array, issuer: string, login: string): { secret: string; uri: string } {
  return { secret: base32.encode(secret, { padding: false }), uri: createOTP(secret).url(issuer, login) }
}

/** The time step whose code this is, now or one step off; undefined where it is none or `usedStep` has been reached already. */
export async function stepOf(
  secret: Uint8Array,
  code: string,
  usedStep: number,
  now: Date,
): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined
  const present = Math.floor(now.getTime() / period)
  const steps = [present - 1, present, present + 1].filter((step) => step > usedStep)
  const expected = await Promise.all(steps.map((step) => createOTP(secret).hotp(step)))
  const matches = expected.map((one) => timingSafeEqual(Buffer.from(one), Buffer.from(code)))
  return steps[matches.indexOf(true)]
}

/** The code at an instant, as an authenticator app shows it. */
export function codeAt(secret: Uint8Array, now: Date): Promise<string> {
  return createOTP(secret).hotp(Math.floor(now.getTime() / period))
}
