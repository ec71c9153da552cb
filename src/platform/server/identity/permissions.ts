/** What identity asks permission for: the directory, delegation, and the acts of the three administrators. */
export const permissions = {
  'identity.directory.read': { zh: '查看机构和人员', en: 'Read organisations and people' },
  'identity.posts.delegate': { zh: '请假时委托岗位', en: 'Delegate a post for a leave' },
  'identity.accounts.manage': { zh: '管理账号（系统管理员）', en: 'Keep accounts (system administrator)' },
  'identity.powers.assign': { zh: '任免岗位（安全管理员）', en: 'Appoint people to posts (security administrator)' },
  'identity.settings.tighten': { zh: '收紧登录安全设置（安全管理员）', en: 'Tighten sign-in (security administrator)' },
  'identity.audit.read': {
    zh: '查看登录和授权记录（审计管理员）',
    en: 'Read sign-ins and appointments (audit administrator)',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>
