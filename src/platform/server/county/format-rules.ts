import { z } from 'zod'
import { versionHead } from './format-parts.ts'

/** `rules.yaml`: the versions of the decision models, each in a DMN document of its own under `rules/`. */
export const RulesFile = z.strictObject({
  models: z.array(
    z.strictObject({
      ...versionHead(),
      summary: z.string().max(300).optional().describe('What the rule decides, for the people concerned'),
      file: z
        .string()
        .regex(/^rules\/[a-z0-9-]+\.dmn$/)
        .describe('The DMN document (1.3, 1.4 or 1.5), such as `rules/rent-withdrawal.dmn`'),
      xml: z.string().default('').describe('Left out; the loader puts the text of the document here'),
    }),
  ),
})
