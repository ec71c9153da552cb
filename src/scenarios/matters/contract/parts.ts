import { z } from 'zod'
import { caseworkRefusals } from '#platform/contract/casework-refusals.ts'
import { bankDigits } from '#platform/kernel/personal/index.ts'

/** Every refusal that a route of matters can name. */
export const all = caseworkRefusals

/** Where the routes stand in the API's document. */
export const tag = '办事 Matters'

export const inCase = z.object({ case: z.uuid() })
export const inStep = inCase.extend({ step: z.string().min(1).max(40) })
export const inOutcome = inCase.extend({ outcome: z.string().min(1).max(40) })
export const inMatter = z.object({ matter: z.string().min(1).max(40) })

export const reason = z.string().trim().min(2).max(2000)
export const note = z.string().trim().max(2000).default('')
export const files = z.array(z.uuid()).max(20).default([]).describe('Ids of uploaded files')

/** The values of a form by field; the form of the matter says what fits. */
export const FormValues = z.record(
  z.string().max(40),
  z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]),
)

/** Files by material. */
export const Supplied = z.record(z.string().max(40), z.array(z.uuid()).max(20)).default({})

/** Digits of a card or account, as people write them: spaces between groups do not count. The form of the matter says which it is. */
export const account = z
  .string()
  .transform(bankDigits)
  .pipe(z.string().regex(/^\d{8,30}$/, '账号是 8 至 30 位数字'))

/** What an act on a case answers. */
export const Acted = z.object({ case: z.string(), version: z.number().int(), state: z.string() })

/** What a submission answers: the number stands on the receipt. */
export const Submitted = z.object({ case: z.string(), number: z.string(), state: z.string() })
