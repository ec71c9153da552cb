import { z } from 'zod'
import { versionHead } from './format-parts.ts'

const workingDays = z.number().int().positive().max(60)

/** `payments.yaml`: the versions of the rule of payments that did not arrive. */
export const PaymentsFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      ...versionHead('The day from which it holds for what is opened'),
      thresholds: z.strictObject({
        returnedWorkingDays: workingDays.describe(
          'Working days in which the authority sees to it that money which the bank gave back has an account to go to',
        ),
        failedWorkingDays: workingDays.describe(
          'Working days in which the authority looks into an order that the bank did not take, and orders it anew',
        ),
      }),
    }),
  ),
})
