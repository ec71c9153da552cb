/**
 * The three administrators (三员) that MLPS level 3 separates: the system administrator keeps accounts and the ways out of the platform, the security administrator
 * gives powers, the audit administrator reads what the other two did. No one holds two of the three; none has business
 * permissions; no business post has theirs.
 */
export const administrators = ['system', 'security', 'audit'] as const
export type Administrator = (typeof administrators)[number]

const territories: Readonly<Record<Administrator, readonly string[]>> = {
  system: ['identity.accounts.', 'county.', 'deliveries.'],
  security: ['identity.powers.', 'identity.settings.'],
  audit: ['journal.audit.', 'identity.audit.'],
}

const harmless = new Set(['identity.directory.read'])

/** The administrator to whom alone a permission belongs; undefined for a business permission. */
export function administratorOf(permission: string): Administrator | undefined {
  return administrators.find((one) => territories[one].some((prefix) => permission.startsWith(prefix)))
}

/** Whether a role of this kind (undefined: a business role) may hold the permission. */
export function mayHold(administrator: Administrator | undefined, permission: string): boolean {
  return harmless.has(permission) || administratorOf(permission) === administrator
}
