import { disputes } from './contract/routes/disputes.ts'
import { looks } from './contract/routes/looks.ts'

/**
 * The portal's own routes (B5): who looked at my data, what I agreed to, what I say is wrong. All else belongs to matters, certificates and the
 * residents' door.
 */
export const contract = { ...looks, ...disputes } as const
