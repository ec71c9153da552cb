/** What helping residents asks permission for. */
export const permissions = {
  'residents.help': '受居民委托代办（须有本人验证码或签字同意）',
  'residents.phone': '在窗口为居民更换手机号（须当面核对身份证）',
} as const
