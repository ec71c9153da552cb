import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What applying a county pack may answer instead of its changes. */
export const refusals = defineRefusals({
  'county.version.edited': {
    status: 409,
    level: 'warn',
    zh: '{ids} 已经生效，内容不能改；请另加一个新版本。',
    en: '{ids} is in force and may not be edited; add a new version instead.',
  },
  'county.login.taken': {
    status: 409,
    level: 'warn',
    zh: '登录名 {logins} 已被县里的其他人员使用；请在县域包中换一个。',
    en: 'Other staff of the county use the login {logins} already; choose another in the pack.',
  },
})
