import { looks } from './contract/routes/looks.ts'

/** The portal's own routes (B5): who looked at my data, what I agreed to. All else belongs to matters, certificates and the residents' door. */
export const contract = { ...looks } as const
