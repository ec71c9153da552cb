import { useWords } from '../words/words.ts'
import { SignOnProviders } from './sign-on-providers.tsx'

const words = {
  or: ['或用密码登录', 'or by password'],
  'identity.external.unlisted': [
    '您的外部账号还没有和本平台的人员对应；请联系系统管理员登记后再来，或用密码登录。',
    'Your account over there is not listed for anybody here. Ask the system administrator to list it, or sign in by password.',
  ],
  'identity.external.administrator': [
    '系统、安全、审计管理员只能用密码登录。',
    'The system, security and audit administrators sign in by password alone.',
  ],
  'identity.external.unavailable': [
    '单点登录暂时无法使用，请稍后再试，或用密码登录。',
    'Single sign-on does not answer at present. Try again later, or sign in by password.',
  ],
  'identity.external.refused': [
    '单点登录没有完成或已过期，请重新登录。',
    'Single sign-on was not completed or has run out; begin again.',
  ],
  'identity.sign-in.no-post': [
    '您目前没有任何岗位，不能登录；请联系安全管理员。',
    'You hold no post at present and cannot sign in; ask the security administrator.',
  ],
} as const

/** How people at work come from outside, and why the last attempt did not succeed. */
export function SingleSignOn() {
  const { or, ...reasons } = useWords(words)
  return <SignOnProviders door="staff" reasons={reasons} or={or} />
}
