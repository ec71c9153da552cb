/** The permission to see what the people of one's units tried that is not theirs. */
export const supervisePermission = 'refused-access.read'

/** What the engine asks permission for. */
export const permissions = { [supervisePermission]: '查看本单位人员的越权访问记录' } as const
