/** What stands in the record of accounts and powers, by kind of entry. */
export const recordWords = {
  'identity.signed-in': ['登录', 'Signed in'],
  'identity.sign-in.failed': ['登录失败', 'Sign-in failed'],
  'identity.account.locked': ['账号锁定', 'Locked'],
  'identity.account.unlocked': ['解除锁定', 'Unlocked'],
  'identity.account.opened': ['开通账号', 'Account opened'],
  'identity.account.activated': ['激活账号、设置密码', 'Activated'],
  'identity.activation.issued': ['发激活码', 'Activation code issued'],
  'identity.password.changed': ['修改密码', 'Password changed'],
  'identity.second-factor.enrolled': ['启用动态口令', 'Second factor enrolled'],
  'identity.second-factor.removed': ['撤销动态口令', 'Second factor removed'],
  'identity.session.ended': ['退出登录', 'Signed out'],
  'identity.post.switched': ['切换岗位', 'Post switched'],
  'identity.external.listed': ['列入统一登录名单', 'Listed for single sign-on'],
  'identity.external.bound': ['绑定统一登录', 'Bound to single sign-on'],
  'identity.person.registered': ['登记人员', 'Registered'],
  'identity.appointed': ['任职', 'Appointed'],
  'identity.dismissed': ['免职', 'Dismissed'],
  'identity.delegated': ['委托代理岗位', 'Post delegated'],
  'identity.delegation.ended': ['结束代理', 'Delegation ended'],
  'identity.settings.tightened': ['收紧登录设置', 'Sign-in made stricter'],
} as const

/** Why a sign-in failed. */
export const reasonWords = {
  'wrong-password': ['密码不对', 'wrong password'],
  'wrong-code': ['动态口令不对', 'wrong one-time code'],
  'wrong-activation': ['激活码不对', 'wrong activation code'],
} as const
