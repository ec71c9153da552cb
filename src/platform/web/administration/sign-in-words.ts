import type { SignInStrictness } from '#platform/contract/identity-contract.ts'

/** The settings of sign-in, as they are asked for; the amount has its unit. */
export const settingWords = {
  passwordLength: ['密码最少几个字符', 'Characters of a password at least'],
  passwordClasses: ['密码最少含几类字符', 'Kinds of characters at least'],
  passwordHistory: ['不能再用最近几个密码', 'Last passwords that may not come again'],
  passwordDays: ['密码最多用几天', 'Days after which a password is changed'],
  failures: ['连续输错几次锁定账号', 'Failures in a row that lock the account'],
  lockMinutes: ['锁定多少分钟', 'Minutes for which it stays locked'],
  idleMinutes: ['多少分钟不操作就退出', 'Minutes without an act until sign-out'],
  sessionHours: ['一次登录最长几小时', 'Hours that a sign-in lasts at most'],
} as const satisfies Record<keyof SignInStrictness, readonly [string, string]>

/** An amount of a setting with its unit. */
export const amountWords = {
  passwordLength: [(n: number) => `${n} 个字符`, (n: number) => `${n} characters`],
  passwordClasses: [(n: number) => `${n} 类`, (n: number) => `${n} kinds`],
  passwordHistory: [(n: number) => `${n} 个`, (n: number) => `${n} passwords`],
  passwordDays: [(n: number) => `${n} 天`, (n: number) => `${n} days`],
  failures: [(n: number) => `${n} 次`, (n: number) => `${n} failures`],
  lockMinutes: [(n: number) => `${n} 分钟`, (n: number) => `${n} minutes`],
  idleMinutes: [(n: number) => `${n} 分钟`, (n: number) => `${n} minutes`],
  sessionHours: [(n: number) => `${n} 小时`, (n: number) => `${n} hours`],
} as const satisfies Record<keyof SignInStrictness, readonly [(n: number) => string, (n: number) => string]>
