import type { SignInLeeway, SignInStrictness } from '#platform/contract/identity-contract.ts'

export type SettingName = keyof SignInStrictness
/** What stands in the fields that somebody has typed into. */
export type Typed = Readonly<Partial<Record<SettingName, string>>>

/** The names of all settings, in the order of the contract. */
export function settingNames({ pack }: SignInLeeway): SettingName[] {
  return Object.keys(pack) as SettingName[]
}

/** The least and the most that may be asked for: from the pack's value to the strictest, whichever is the greater. */
export function boundsOf({ pack, strictest }: SignInLeeway, name: SettingName) {
  return { least: Math.min(pack[name], strictest[name]), most: Math.max(pack[name], strictest[name]) }
}

/** Whether what is typed is a whole number no laxer than the pack. */
export function isAllowed(leeway: SignInLeeway, name: SettingName, typed: string): boolean {
  const { least, most } = boundsOf(leeway, name)
  return /^\d+$/.test(typed) && Number(typed) >= least && Number(typed) <= most
}

/** The settings that would be others than now. */
export function changesIn(leeway: SignInLeeway, typed: Typed): SettingName[] {
  return settingNames(leeway).filter((name) => typed[name] !== undefined && Number(typed[name]) !== leeway.now[name])
}

/** All that is to be stricter than the pack afterwards; what is left out is as the pack has it. */
export function wantedOf(leeway: SignInLeeway, typed: Typed): Partial<SignInStrictness> {
  const wanted = settingNames(leeway).map((name) => [name, Number(typed[name] ?? leeway.now[name])] as const)
  return Object.fromEntries(wanted.filter(([name, value]) => value !== leeway.pack[name]))
}
