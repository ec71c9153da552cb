/**
 * How strict sign-in is. Each setting has the limit that assessors of MLPS level 3 (等保三级, GB/T 22239-2019 8.1.4) customarily
 * ask for, and may only be stricter than it: the county pack may tighten the default, the running county may tighten the pack.
 */
export const signInLimits = {
  /** Characters that a password has at least. */
  passwordLength: { limit: 8, default: 10, strictest: 64, stricter: 'more' },
  /** Of lower case, upper case, digits and other signs, how many a password mixes at least. */
  passwordClasses: { limit: 3, default: 3, strictest: 4, stricter: 'more' },
  /** How many of the last passwords may not come again. */
  passwordHistory: { limit: 5, default: 5, strictest: 24, stricter: 'more' },
  /** Days after which a password must be changed. */
  passwordDays: { limit: 90, default: 90, strictest: 1, stricter: 'less' },
  /** Failures in a row that lock the account. */
  failures: { limit: 5, default: 5, strictest: 1, stricter: 'less' },
  /** Minutes for which it stays locked. */
  lockMinutes: { limit: 15, default: 20, strictest: 1440, stricter: 'more' },
  /** Minutes without a request after which a session ends. */
  idleMinutes: { limit: 30, default: 20, strictest: 1, stricter: 'less' },
  /** Hours after which a session ends however busy it is. */
  sessionHours: { limit: 24, default: 12, strictest: 1, stricter: 'less' },
} as const satisfies Record<string, SignInLimit>

export type SignInLimit = {
  readonly limit: number
  readonly default: number
  readonly strictest: number
  readonly stricter: 'more' | 'less'
}

export type SignInSetting = keyof typeof signInLimits
export type SignInSettings = Readonly<Record<SignInSetting, number>>

/** The names of all settings. */
export const signInSettingNames = Object.keys(signInLimits) as SignInSetting[]

/** What holds where nobody has said otherwise. */
export const defaultSignInSettings = Object.fromEntries(
  signInSettingNames.map((name) => [name, signInLimits[name].default]),
) as SignInSettings

/** As strict as makes sense. */
export const strictestSettings = Object.fromEntries(
  signInSettingNames.map((name) => [name, signInLimits[name].strictest]),
) as SignInSettings

/** Whether a value is a whole number between the level-3 limit and the strictest that makes sense. */
export function withinLevel3(name: SignInSetting, value: number): boolean {
  const { limit, strictest } = signInLimits[name]
  return Number.isInteger(value) && value >= Math.min(limit, strictest) && value <= Math.max(limit, strictest)
}

/** The stricter of two sets, setting by setting; what is absent does not count. */
export function strictest(base: SignInSettings, tightened: Partial<SignInSettings>): SignInSettings {
  return Object.fromEntries(
    signInSettingNames.map((name) => [name, stricterValue(name, base[name], tightened[name] ?? base[name])]),
  ) as SignInSettings
}

/** The settings in `next` that are laxer than `base` or out of bounds: those that may not be set. */
export function loosened(base: SignInSettings, next: Partial<SignInSettings>): SignInSetting[] {
  return signInSettingNames.filter((name) => {
    const value = next[name]
    return value !== undefined && (!withinLevel3(name, value) || stricterValue(name, base[name], value) !== value)
  })
}

function stricterValue(name: SignInSetting, a: number, b: number): number {
  return signInLimits[name].stricter === 'more' ? Math.max(a, b) : Math.min(a, b)
}
