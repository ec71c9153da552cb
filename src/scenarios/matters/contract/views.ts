import { z } from 'zod'
import { type PaymentReturn, paymentReturns } from '#platform/contract/payment-returns.ts'
import { TimeLeft } from '#platform/contract/time-left.ts'
import { fieldTypes } from '#platform/kernel/forms/index.ts'

/** Something with a name that a page shows. */
const Named = z.object({ id: z.string(), name: z.string() })

/** A matter by its names. */
const NamedMatter = Named.extend({ english: z.string() })

/** A matter in a list. */
export const MatterLine = z.object({
  matter: z.string(),
  name: z.string(),
  english: z.string(),
  sayings: z.array(z.string()),
  type: z.string(),
  authority: Named,
  applicants: z.array(z.string()),
  promisedDays: z.number(),
  trips: z.number(),
  /** Whether the rule decides at once (秒批). */
  instant: z.boolean(),
  joint: z.boolean(),
})
export type MatterLine = z.infer<typeof MatterLine>

/** A material of a matter, and who brings it. */
export const MaterialLine = z.object({
  material: z.string(),
  name: z.string(),
  required: z.boolean(),
  paper: z.boolean(),
  /** The dataset that brings it, with its owner; null where the applicant hands it in. */
  byData: z.object({ dataset: z.string(), name: z.string(), owner: z.string() }).nullable(),
})

/** A form: JSON Schema over the dictionary; see `Form` of the kernel. */
export const FormSchema = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.record(z.string(), z.unknown())),
  required: z.array(z.string()),
  additionalProperties: z.literal(false),
})

/** A matter as whoever asks for it reads it. */
export const MatterView = MatterLine.extend({
  version: z.number(),
  effectiveFrom: z.string(),
  code: z.string(),
  basis: z.array(z.object({ title: z.string(), article: z.string().nullable() })),
  conditions: z.array(z.string()),
  legalDays: z.number(),
  usual: z.object({ trips: z.number(), minutes: z.number() }),
  feeYuan: z.number(),
  form: FormSchema,
  materials: z.array(MaterialLine),
  steps: z.array(
    z.object({ step: z.string(), name: z.string(), unit: Named, days: z.number(), after: z.array(z.string()) }),
  ),
  outcomes: z.array(z.object({ outcome: z.string(), kind: z.string(), name: z.string() })),
  remedy: z.string(),
  /** In English where the platform says it; a matter’s own stands in the language of the pack. */
  remedyEnglish: z.string(),
})
export type MatterView = z.infer<typeof MatterView>

/** A case in a list. */
export const CaseLine = z.object({
  case: z.string(),
  number: z.string(),
  matter: NamedMatter,
  state: z.enum(['gathering', 'handling', 'granted', 'rejected', 'withdrawn']),
  applicant: z.string(),
  channel: z.string(),
  submittedAt: z.string(),
  /** Of the promised time; null once it has ended. */
  left: TimeLeft.nullable(),
  endedAt: z.string().nullable(),
  /** True where the applicant is waited for: a correction, or a paper that data could not bring. */
  waitsForApplicant: z.boolean(),
  /** True where the bank gave money of the case back (银行退回), and it waits for another account. */
  returned: z.boolean(),
})
export type CaseLine = z.infer<typeof CaseLine>

/** One step in a unit's queue. */
export const QueueLine = z.object({
  case: z.string(),
  number: z.string(),
  matter: NamedMatter,
  step: Named,
  unit: Named,
  state: z.enum(['open', 'correcting']),
  applicant: z.string(),
  applicantKind: z.string(),
  channel: z.string(),
  submittedAt: z.string(),
  left: TimeLeft,
})
export type QueueLine = z.infer<typeof QueueLine>

const Shown = z.object({
  field: z.string(),
  label: z.string(),
  english: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  unit: z.string().nullable(),
})

/** A case with everything that whoever looks at it may see. */
export const CaseView = CaseLine.extend({
  applicantKind: z.string(),
  authority: Named,
  form: z.array(Shown),
  materials: z.array(
    MaterialLine.extend({
      state: z.enum(['wanted', 'brought', 'absent', 'supplied']),
      asOf: z.string().nullable(),
      /** The look-up that brought it, for those at work. */
      lookUp: z.string().nullable(),
      /** In words, why it is still wanted. */
      trouble: z.string().nullable(),
      troubleEnglish: z.string().nullable(),
      /** Whether the applicant’s consent is what it waits for. */
      asksConsent: z.boolean(),
      files: z.array(z.string()),
      records: z.array(z.array(Shown)),
    }),
  ),
  steps: z.array(
    z.object({
      step: z.string(),
      name: z.string(),
      unit: Named,
      state: z.enum(['waiting', 'open', 'correcting', 'done', 'refused', 'dropped']),
      openedAt: z.string().nullable(),
      left: TimeLeft.nullable(),
      doneAt: z.string().nullable(),
      asked: z.array(z.string()),
      gives: z.array(z.object({ field: z.string(), schema: z.record(z.string(), z.unknown()) })),
      gave: z.array(Shown),
      /** What whoever looks may do here. */
      may: z.array(z.enum(['complete', 'refuse', 'ask-correction', 'correct'])),
    }),
  ),
  outcomes: z.array(
    z.object({
      outcome: z.string(),
      kind: z.string(),
      name: z.string(),
      /** Of a payment. */
      amountYuan: z.number().nullable(),
      state: z.enum(['ordered', 'done', 'failed', 'returned']),
      /** Of a payment: the account to which it goes, masked. */
      account: z.string().nullable(),
      /** Of a payment: what kind of number its account is, by the dictionary. */
      accountType: z.enum(fieldTypes).nullable(),
      /** Of a payment that the bank gave back: why. */
      returned: z.enum(Object.keys(paymentReturns) as [PaymentReturn, ...PaymentReturn[]]).nullable(),
      /** Of a payment that the bank did not take: what it said. */
      said: z.string().nullable(),
      orderedAt: z.string(),
      doneAt: z.string().nullable(),
      reference: z.string().nullable(),
      /** What whoever looks may do here. */
      may: z.array(z.enum(['correct-account', 'reorder'])),
    }),
  ),
  /** The story in sentences, in both languages. */
  story: z.array(
    z.object({
      ...{ entry: z.string(), at: z.string(), kind: z.string() },
      ...{ by: z.string(), byEnglish: z.string(), words: z.string(), english: z.string() },
    }),
  ),
  /** Why: the rule, its version, and how it came to its conclusion; null where no rule judged. */
  why: z
    .object({
      ...{ rule: z.string(), ruleName: z.string(), ruleEnglish: z.string(), version: z.string() },
      ...{ conclusion: z.string(), reason: z.string(), grounds: z.unknown() },
    })
    .nullable(),
  reason: z.string().nullable(),
  remedy: z.string(),
  /** In English where the platform says it; a matter’s own stands in the language of the pack. */
  remedyEnglish: z.string(),
  saved: z.object({ trips: z.number(), papers: z.number(), minutes: z.number() }),
  trips: z.number(),
  may: z.array(z.enum(['supply', 'withdraw', 'reopen'])),
})
export type CaseView = z.infer<typeof CaseView>

/** A draft of a form, as it was left. */
export const Draft = z.object({
  matter: z.string(),
  form: z.record(z.string(), z.unknown()),
  materials: z.record(z.string(), z.array(z.string())),
  savedAt: z.string(),
})
export type Draft = z.infer<typeof Draft>
