import { z } from 'zod'

/*
 * A script tells what residents do from their own phones, for themselves, for each other and for enterprises, and what officials do about
 * it. Who lives in the county, and what the departments hold of them, is the departments'; a script names people by name and number.
 * Its times are offsets in working days from the day of the first start; what lies after it does not happen yet.
 */

const Name = z.string().regex(/^[a-z][a-z-]{1,30}$/)
const Text = z.string().trim().min(2).max(300)
const CreditCode = z.string().regex(/^[0-9A-Z]{18}$/)
const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({})

const Scene = {
  on: z.number().int().min(-240).max(0),
  at: z.string().regex(/^(0[89]|1\d|2[01]):[0-5]\d$/),
}
const ofResident = { ...Scene, by: Name.describe('One of the people of the script') }
const ofOfficial = { ...Scene, by: z.string().max(80).describe('A login, or a post as `gongan.clerk`') }

const Ask = z.strictObject({
  ...ofResident,
  ask: z.string().max(40).describe('The matter'),
  as: Name.describe('What the script calls the case'),
  form: Values,
  papers: z.record(z.string(), z.string().max(60)).default({}).describe('By material: the name of a picture'),
  resident: Name.optional().describe('For whom, under a mandate'),
  enterprise: CreditCode.optional(),
})
const Let = z.strictObject({
  ...ofResident,
  let: Name.describe('Who may act'),
  as: Name,
  matters: z.array(z.string()).min(1).nullable(),
  days: z.number().int().min(1).max(365),
  enterprise: CreditCode.optional(),
})
const Dispute = z.strictObject({
  ...ofResident,
  dispute: Name.describe('What the script calls it'),
  dataset: z.string(),
  field: z.string(),
  words: Text,
})
const Work = z.strictObject({
  ...ofOfficial,
  work: Name.describe('The case'),
  step: z.string().max(40),
  do: z.enum(['complete', 'refuse', 'ask-correction']),
  gives: Values,
  words: z.string().max(300).default(''),
})

const Receive = z.strictObject({
  ...ofOfficial,
  receive: Name.describe('Whose signed form they take: to act for them'),
  matters: z.array(z.string()).min(1).nullable(),
  days: z.number().int().min(1).max(365),
})

const Told = z.union([
  z.strictObject({ ...ofResident, comes: z.literal('in').describe('Signs in and is checked, and does nothing else') }),
  z.strictObject({ ...ofResident, confirm: z.literal('enterprises') }),
  Let,
  z.strictObject({ ...ofResident, end: Name.describe('A mandate') }),
  Ask,
  z.strictObject({ ...ofResident, agree: Name.describe('The case'), material: z.string() }),
  z.strictObject({ ...ofResident, takeBack: z.literal('consent') }),
  z.strictObject({ ...ofResident, correct: Name.describe('The case'), step: z.string(), words: Text, paper: Text }),
  Dispute,
  Work,
  Receive,
  z.strictObject({ ...ofOfficial, answer: Name.describe('The dispute'), corrected: z.boolean(), words: Text }),
  z.strictObject({
    ...ofOfficial,
    try: Name.describe('A case that is not theirs'),
    to: z.enum(['view', 'print', 'work']),
  }),
])
export type Told = z.infer<typeof Told>
export type Ask = z.infer<typeof Ask>
export type Let = z.infer<typeof Let>
export type Dispute = z.infer<typeof Dispute>
export type Work = z.infer<typeof Work>
export type Receive = z.infer<typeof Receive>

const Person = z.strictObject({ name: z.string(), number: z.string(), phone: z.string().regex(/^1[3-9]\d{9}$/) })
export type Person = z.infer<typeof Person>

/** `demo/portal/*.yaml`: people who live in the county, and what they do. */
export const Script = z.strictObject({ people: z.record(Name, Person), story: z.array(Told).min(1).max(200) })
export type Script = z.infer<typeof Script>
