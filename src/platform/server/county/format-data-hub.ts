import { z } from 'zod'
import { fieldTypes } from '#platform/kernel/forms/index.ts'
import { maskKinds } from '#platform/kernel/personal/index.ts'
import { Name, Reference, Segment, versionHead } from './format-parts.ts'

const Version = z.number().int().positive()
const common = versionHead()
const Pointer = z.string().regex(/^(\/[^/]+)*$/)
const Text = z.string().min(1).max(2000)

/** `fields.yaml`: the dictionary of fields, over which datasets and forms are written. */
export const FieldsFile = z.strictObject({
  fields: z
    .array(
      z.strictObject({
        ...common,
        version: Version.default(1),
        effectiveFrom: z.iso.date().default('2020-01-01'),
        type: z
          .enum(fieldTypes)
          .describe('`money` is in yuan with at most two decimals; `bank-card` has a check digit, `bank-account` none'),
        unit: Name.optional(),
        codes: z
          .record(z.string().min(1).max(40), Name)
          .optional()
          .describe('Of a code: each value with what it means'),
        sensitivity: z
          .number()
          .int()
          .min(1)
          .max(4)
          .describe('1 public, 2 internal, 3 personal, 4 sensitive personal (GB/T 45574)'),
        mask: z.enum(maskKinds).default('none').describe('How it is shown to those who need not know it'),
      }),
    )
    .max(2000),
})

/** `connectors.yaml`: the departments’ systems that are asked. Where they stand may be told in the data folder instead. */
export const ConnectorsFile = z.strictObject({
  connectors: z
    .array(
      z.strictObject({
        ...common,
        id: Segment.describe(
          'Address and secrets may lie under this id in `connectors-secrets.json` of the data folder; secrets never here',
        ),
        version: Version.default(1),
        effectiveFrom: z.iso.date().default('2020-01-01'),
        owner: Reference,
        kind: z.enum(['http', 'sql']),
        address: z
          .string()
          .regex(/^(https?|postgres):\/\/[^\s@]+$/)
          .optional()
          .describe('The only host that is ever asked'),
        authentication: z.enum(['none', 'bearer', 'hmac-sha256', 'hmac-sm3', 'password']).default('none'),
        together: z.number().int().min(1).max(64).default(8).describe('Questions at one time, at most'),
        breaker: z
          .strictObject({
            failures: z.number().int().min(1).max(100).describe('Failures in a row after which it is left alone'),
            seconds: z.number().int().min(1).max(3600).describe('Time for which it is'),
          })
          .default({ failures: 5, seconds: 30 }),
      }),
    )
    .max(500),
})

const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table') }).describe('A table that the owner hands over as a spreadsheet'),
  z.strictObject({
    kind: z.literal('sql'),
    connector: Reference,
    query: Text.describe('One SELECT; `$1` is the number of the person or enterprise'),
  }),
  z.strictObject({
    kind: z.literal('http'),
    connector: Reference,
    method: z.enum(['GET', 'POST']).default('GET'),
    path: z.string().regex(/^\/[^\s?#]*$/),
    parameter: Name.describe(
      'The parameter that carries the number: of the query with GET, of the JSON body with POST',
    ),
    with: z.record(z.string(), z.string()).default({}).describe('Parameters that are always the same'),
    records: Pointer.describe(
      'JSON pointer to the list of records in the answer; an empty list says that there is none',
    ),
    asOf: Pointer.optional().describe('JSON pointer to the date of the data'),
  }),
])

const WorkingTime = z.union([
  z.strictObject({ workingDays: z.number().int().positive().max(60) }),
  z.strictObject({ workingHours: z.number().int().positive().max(200) }),
])

/** `datasets/*.yaml`: the catalogue of public data. */
export const DatasetsFile = z.strictObject({
  datasets: z
    .array(
      z.strictObject({
        ...common,
        code: Name.optional().describe('Its code in the catalogue of the province'),
        summary: z.string().max(500).default(''),
        owner: Reference,
        subject: z.enum(['person', 'enterprise']),
        key: Reference.describe('The field with the number of the person or enterprise'),
        nameField: Reference.optional().describe('The field with the name, compared where the name is known'),
        records: z.enum(['one', 'many']).describe('Whether there is at most one record of a person or enterprise'),
        fields: z
          .array(
            z.strictObject({
              field: Reference,
              column: z
                .string()
                .min(1)
                .max(80)
                .optional()
                .describe('What the owner calls it; its own name in the dictionary where left out'),
              values: z
                .record(z.string(), z.string())
                .optional()
                .describe('Of a code: what the owner writes, with the code of the dictionary that it means'),
              required: z.boolean().default(true),
            }),
          )
          .min(1)
          .max(200),
        sharing: z
          .enum(['unconditional', 'conditional', 'not-shared'])
          .describe('无条件共享, 有条件共享, 不予共享; what is not shared only its owner may look up'),
        basis: Name.describe('The law by which the owner holds it'),
        updates: z.enum(['real-time', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly']),
        answer: z.strictObject({
          withinMilliseconds: z.number().int().min(50).max(30_000).describe('Time in which the owner agreed to answer'),
          giveUpAfter: WorkingTime.describe('Time for which one that does not answer is asked again'),
        }),
        correct: WorkingTime.default({ workingDays: 10 }).describe(
          'Time in which the owner answers who says that data is wrong',
        ),
        source: Source,
      }),
    )
    .max(5000),
})

/** `grants.yaml`: who may look up what, for which matters, by which law. */
export const GrantsFile = z.strictObject({
  grants: z
    .array(
      z.strictObject({
        id: Segment,
        version: Version.default(1),
        effectiveFrom: z.iso.date(),
        until: z.iso.date().describe('The last day on which it holds'),
        dataset: Reference,
        fields: z.array(Reference).min(1),
        organisation: Reference.describe('Who may ask'),
        posts: z
          .array(Reference)
          .optional()
          .describe(
            'Templates of posts that may; `machine` is a decision without a person. Left out: every post, and the machine',
          ),
        matters: z.array(Reference).min(1).describe('Matters for which it holds'),
        ground: z.enum(['law', 'consent']).describe('By law alone, or only with the consent of the person'),
        basis: Name.describe('The law'),
      }),
    )
    .max(20_000),
})
