import { face } from './contract/routes/face.ts'
import { own } from './contract/routes/own.ts'
import { staff } from './contract/routes/staff.ts'

/** The routes of certificates (B2): a resident's own, and those of the issuing units. Verification is the platform's. */
export const contract = { ...own, ...face, ...staff } as const
