import { z } from 'zod'
import { isDisplayName } from '#platform/kernel/display-name.ts'

// A refinement that names a problem's code is told with that code's sentences; any other with zod's own.
export const coded = (code: string, facts: Record<string, string | number> = {}) => ({
  params: { problem: code, ...facts },
})

export const shaped = (pattern: RegExp, reasonZh: string, reasonEn: string) =>
  z.string().refine((text) => pattern.test(text), coded('county.field.invalid', { reasonZh, reasonEn }))

export const Name = z.string().refine(isDisplayName, coded('county.name.forbidden'))
export const Segment = z
  .string()
  .refine((id) => id.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), coded('county.id.invalid'))
export const Reference = z.string().min(1).max(80)

/** How a versioned document of the pack begins; `holds` tells what its first day means. */
export const versionHead = (holds?: string) => ({
  id: Segment,
  version: z.number().int().positive(),
  effectiveFrom: holds === undefined ? z.iso.date() : z.iso.date().describe(holds),
  name: Name,
  english: Name,
})
