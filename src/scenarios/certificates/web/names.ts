/** How a certificate stands, in a word. */
export const stateWords = {
  valid: ['有效', 'Valid'],
  'not-yet': ['尚未生效', 'Not yet valid'],
  suspended: ['已暂停', 'Suspended'],
  revoked: ['已注销', 'Revoked'],
  expired: ['已过期', 'Expired'],
} as const

/** How it was shown. */
export const wayWords = {
  code: ['亮证码', 'Code'],
  link: ['限时出示', 'For a time'],
  paper: ['纸质件', 'Paper'],
} as const
