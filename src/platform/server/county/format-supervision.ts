import { z } from 'zod'
import { Reference, shaped, versionHead } from './format-parts.ts'

/** A limit in working time. */
const WorkingTime = z.union([
  z.strictObject({ workingDays: z.number().int().positive().max(365) }),
  z.strictObject({ workingHours: z.number().int().positive().max(1000) }),
])

const TimeOfDay = shaped(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  '应为 08:30 这样的时刻，写在引号内',
  'expected a time such as 08:30, in quotes',
)

/** `supervision.yaml`: the versions of the rule of what is opened by hand: limits, and how often one may ask or urge. */
export const SupervisionFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      ...versionHead('The day from which it holds for what is opened'),
      offices: Reference.describe('The organisation that decides about assignments and objections'),
      acknowledge: z
        .strictObject({ standard: WorkingTime, urgent: WorkingTime })
        .describe('Time in which a duty is acknowledged, by urgency'),
      dispute: WorkingTime.describe('Time from the opening in which its assignment may be disputed'),
      decide: WorkingTime.describe('Time in which a request or objection is decided'),
      extensions: z.number().int().min(0).max(9).describe('How many extensions one duty may be granted'),
      reminders: z.strictObject({
        most: z.number().int().min(0).max(99).describe('How often one duty may be urged'),
        apart: WorkingTime.describe('Time between two reminders'),
      }),
      dailyList: TimeOfDay.describe('When the list of the day is told, on working days'),
    }),
  ),
})
