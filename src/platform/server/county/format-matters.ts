import { z } from 'zod'
import { Name, Reference, Segment, shaped } from './format-parts.ts'

const Days = z.number().int().min(1).max(365)

/** What an applicant can be: a resident, an enterprise, or a unit of the government itself. */
export const applicantKinds = ['person', 'enterprise', 'unit'] as const

/** The kinds of government service matters (行政权力和公共服务事项类型). */
export const matterTypes = [
  'licence',
  'confirmation',
  'payment',
  'reward',
  'registration',
  'service',
  'internal',
] as const

/** A fact comes from a field of the form, a field of a material, from what an earlier step gave, or from the applicant. */
const OneSource = z.union([
  z.strictObject({ form: Reference }),
  z.strictObject({ material: Reference, field: Reference }),
  z.strictObject({ material: Reference, has: z.literal(true) }),
  z.strictObject({ material: Reference, known: z.literal(true) }),
  z.strictObject({ step: Reference, field: Reference }),
  z.strictObject({ applicant: z.enum(['age', 'kind', 'submitted-on', 'last-granted', 'granted-before']) }),
])

const FactSource = z
  .union([OneSource, z.strictObject({ latest: z.array(OneSource).min(2).max(5) })])
  .describe(
    'Where the fact comes from; `has` is whether there is a record, `known` is true where there is one and unknown where there is none, `latest` the latest of several dates',
  )

const FormField = z.strictObject({
  field: Segment.describe('A field of the dictionary'),
  required: z.boolean().default(true),
  label: Name.optional().describe('Where the matter calls it otherwise than the dictionary'),
  help: z.string().max(200).optional(),
  prefill: z
    .strictObject({ material: Reference, field: Reference })
    .optional()
    .describe('The material whose data fills it before the applicant types'),
})

const Material = z.strictObject({
  id: Segment,
  name: Name,
  dataset: Segment.optional().describe('The dataset that brings it; without one the applicant hands it in'),
  key: z
    .strictObject({ form: Reference })
    .optional()
    .describe('The field of the form that names whom it is asked for, where that is not the applicant'),
  fields: z
    .array(Segment)
    .default([])
    .describe('Fields that whoever judges the case sees, beside those that rule and form need'),
  required: z.boolean().default(true),
  paper: z.boolean().default(true).describe('Whether the applicant may supply the paper where the data cannot be had'),
})

const Step = z.strictObject({
  id: Segment,
  name: Name,
  unit: Reference.describe('The organisation that does it'),
  days: Days.describe('Working days that it has, from the day after its opening'),
  after: z
    .array(Reference)
    .default([])
    .describe('Steps that it waits for; those that wait for the same run in parallel'),
  decides: z.boolean().default(false).describe('Whether a refusal here rejects the case'),
  gives: z.array(Segment).default([]).describe('Fields of the dictionary that whoever does it fills in'),
  outcomes: z.array(Reference).default([]).describe('Outcomes that are given when it is done, before the case ends'),
})

const Outcome = z.discriminatedUnion('kind', [
  z.strictObject({ id: Segment, kind: z.literal('document'), name: Name }),
  z.strictObject({
    ...{ id: Segment, kind: z.literal('credential'), name: Name, credential: Segment },
    values: z.record(Segment, FactSource).default({}).describe('Fields of the certificate beyond name and number'),
  }),
  z.strictObject({
    id: Segment,
    kind: z.literal('payment'),
    name: Name,
    amount: Reference.describe('The output of the decision that holds the amount, in yuan'),
    account: Reference.describe('The field of the form that holds the account'),
  }),
  z.strictObject({
    id: Segment,
    kind: z.literal('post'),
    name: Name,
    address: Reference.describe('Field of the form'),
  }),
])

const Decision = z.strictObject({
  model: Segment.describe('The decision model'),
  decision: Name.describe(
    'The decision of the model; it gives 结论 (准予, 不予 or 转人工), 理由 and what the outcomes need',
  ),
  instant: z
    .boolean()
    .default(false)
    .describe('Whether 准予 and 不予 take effect at once (秒批); else they are advice'),
  facts: z.record(Name, FactSource).describe('The inputs of the decision by name'),
})

/** `matters/*.yaml`: government service matters as data, with the fields of a published list of matters (实施清单). */
export const MattersFile = z.strictObject({
  matters: z.array(
    z.strictObject({
      id: Segment,
      version: z.number().int().positive(),
      effectiveFrom: z.iso.date().describe('The day from which new cases begin under it; a case ends under its own'),
      code: shaped(/^[0-9A-Z-]{6,40}$/, '应为大写字母、数字和连字符', 'expected capitals, digits and hyphens').describe(
        'Code of the matter in the published list',
      ),
      name: Name,
      english: Name,
      sayings: z
        .array(Name)
        .default([])
        .describe('What people say when they look for it; no part of its version, edited at any time'),
      type: z.enum(matterTypes),
      authority: Reference.describe('The organisation that is answerable for it'),
      basis: z
        .array(z.strictObject({ title: Name, article: z.string().max(100).optional() }))
        .min(1)
        .describe('Laws and rules on which it stands'),
      applicants: z.array(z.enum(applicantKinds)).min(1),
      conditions: z.array(z.string().min(1).max(300)).default([]),
      days: z.strictObject({ legal: Days, promised: Days }).describe('Working days from acceptance'),
      usual: z
        .strictObject({
          trips: z.number().int().min(0).max(20),
          minutes: z.number().int().min(0).max(10_000),
        })
        .describe('Trips and minutes that it cost before data ran: what a case saves is counted against them'),
      trips: z.number().int().min(0).max(5).default(0).describe('Trips that it still takes'),
      feeYuan: z.number().min(0).max(1_000_000).default(0),
      form: z.array(FormField).max(500).default([]),
      materials: z.array(Material).max(100).default([]),
      decision: Decision.optional(),
      steps: z.array(Step).min(1).max(40),
      outcomes: z.array(Outcome).default([]),
      joint: z.boolean().default(false).describe('Several departments’ matters as one (一件事)'),
      remedy: z.string().max(300).optional().describe('What to do about a refusal, where the law says otherwise'),
    }),
  ),
})
