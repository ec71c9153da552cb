/** What helping residents asks permission for. */
export const permissions = { 'residents.help': '受居民委托代办（须有本人验证码或签字同意）' } as const
