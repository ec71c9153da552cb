import type { SignInSettings } from './sign-in-settings.ts'

/** When a session began, was last used and ends at the latest. */
export type SessionTimes = { readonly seenAt: Date; readonly endsAt: Date }

/**
 * Whether a session still counts. It ends by itself: after `idleMinutes` without a request, and at `endsAt` however busy it is.
 */
export function stillCounts(
  { seenAt, endsAt }: SessionTimes,
  settings: Pick<SignInSettings, 'idleMinutes'>,
  now: Date,
): boolean {
  return now < endsAt && now.getTime() - seenAt.getTime() < settings.idleMinutes * 60_000
}

/** The instant at which a session that begins now ends at the latest. */
export function lastInstant(settings: Pick<SignInSettings, 'sessionHours'>, now: Date): Date {
  return new Date(now.getTime() + settings.sessionHours * 3_600_000)
}
