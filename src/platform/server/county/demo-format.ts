import { z } from 'zod'
import { Name, Reference, Segment, shaped } from './format-parts.ts'

const Login = shaped(
  /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])$/,
  '登录名用 2 至 64 个小写字母、数字、点或连字符',
  'a login has 2 to 64 lower case letters, digits, dots or hyphens',
)

/** `demo/staff.yaml`: invented people, listed or generated. */
export const StaffFile = z.strictObject({
  seed: z.number().int().describe('Same seed, same people'),
  people: z
    .array(
      z.strictObject({
        login: Login.describe('What the person signs in with'),
        name: Name,
        posts: z.array(Reference).min(1).describe('Ids of posts, as `fagai.director`'),
      }),
    )
    .default([]),
  generate: z
    .array(
      z.strictObject({
        post: Segment.describe('Id of a template'),
        kinds: z.array(Reference).default([]),
        organisations: z.array(Reference).default([]),
        each: z.number().int().min(1).max(1000).describe('People in each such post, those listed above included'),
        onPhone: z
          .number()
          .int()
          .min(0)
          .max(1000)
          .optional()
          .describe('How many of them have signed in on the phone; all where it is left out'),
      }),
    )
    .default([]),
})

/** `demo/accounts.yaml`: which of them can sign in with a password that the first start makes. */
export const AccountsFile = z.strictObject({
  accounts: z.array(
    z.strictObject({
      login: Reference.describe('Of a person in `demo/staff.yaml`'),
      role: Name.describe('What the account shows, in Chinese'),
      english: Name,
    }),
  ),
})
