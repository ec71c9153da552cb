import { z } from 'zod'
import { coded, Reference, shaped, versionHead } from './format-parts.ts'

const Text = z.string().trim().min(2).max(600)

/** `credentials.yaml`: the electronic certificates that the county issues (电子证照). */
export const CredentialsFile = z.strictObject({
  credentials: z
    .array(
      z
        .strictObject({
          ...versionHead('What is issued from this day on is of this version'),
          code: shaped(/^C\d{4}$/, '应为 C 加四位数字', 'expected C and four digits').describe(
            'Code in the national list of electronic licences',
          ),
          issuer: Reference.describe('The unit that issues it, suspends it and revokes it'),
          suite: z.enum(['SM2', 'EdDSA']).default('SM2').describe('How it is signed: SM2 with SM3, or Ed25519'),
          validity: z
            .union([
              z.literal('unlimited'),
              z.strictObject({ days: z.number().int().min(1).max(36_500) }),
              z.strictObject({ years: z.number().int().min(1).max(100) }),
            ])
            .describe('How long it is valid; the day of issue counts'),
          fields: z
            .array(
              z.strictObject({
                field: Reference.describe('A field of the dictionary'),
                shown: z.enum(['always', 'chosen']).default('chosen').describe('Whether its holder may leave it out'),
                required: z.boolean().default(true),
              }),
            )
            .min(1)
            .max(60),
          body: Text.optional().describe(
            'The sentence of a proof, with `{field}` for what the fields say; a licence has none and lists its fields',
          ),
          legal: Text.describe('Why it counts as much as the paper'),
        })
        .refine(
          ({ body = '', fields }) => placeholdersOf(body).every((one) => fields.some(({ field }) => field === one)),
          {
            ...coded('county.field.invalid', {
              reasonZh: '花括号里的数据项须在 fields 中',
              reasonEn: 'what stands in braces must be among the fields',
            }),
            path: ['body'],
          },
        ),
    )
    .max(2000),
})

function placeholdersOf(body: string): string[] {
  return [...body.matchAll(/\{([^}]*)\}/g)].map(([, field = '']) => field)
}
