import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** The most characters that a password may have, so that hashing it stays bounded. */
export const passwordLongest = 128

/**
 * Whether a password may be chosen. Length is counted in characters as readers see them; a character is lower case, upper case, a
 * digit, or anything else (signs, blanks, Chinese). Whether it was used before, only its hashes can tell.
 */
export function choosable(password: string, login: string, settings: SignInSettings): Result<undefined> {
  const characters = [...password]
  if (characters.length < settings.passwordLength)
    return refuse('identity.password.short', { length: settings.passwordLength })
  if (characters.length > passwordLongest) return refuse('identity.password.long', { length: passwordLongest })
  if (classesOf(characters) < settings.passwordClasses)
    return refuse('identity.password.classes', { classes: settings.passwordClasses })
  if (password.toLowerCase().includes(login.toLowerCase())) return refuse('identity.password.login')
  return ok(undefined)
}

/** Why a password must be changed before anything else is done: it is not one's own choice, or too old. */
export function changeWanted(
  password: { readonly temporary: boolean; readonly setAt: Date },
  settings: SignInSettings,
  now: Date,
): 'first' | 'aged' | null {
  if (password.temporary) return 'first'
  const days = (now.getTime() - password.setAt.getTime()) / 86_400_000
  return days >= settings.passwordDays ? 'aged' : null
}

function classesOf(characters: readonly string[]): number {
  return new Set(characters.map(classOf)).size
}

function classOf(character: string): 'lower' | 'upper' | 'digit' | 'other' {
  if (character >= 'a' && character <= 'z') return 'lower'
  if (character >= 'A' && character <= 'Z') return 'upper'
  return character >= '0' && character <= '9' ? 'digit' : 'other'
}
