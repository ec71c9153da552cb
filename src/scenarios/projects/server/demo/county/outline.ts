import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type PackProblem, readSection } from '#platform/server/county/index.ts'

/*
 * What a whole county's projects are made of: an outline with the figures and how people work, templates of real kinds of project,
 * and the words that people write. `demo/projects/county/*.yaml`; the same files and the same people make the same projects.
 */

const Words = z.string().trim().min(1).max(200)
const Id = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'lower case letters, digits, hyphens')
const Share = z.number().min(0).max(1)
const Range = z.tuple([z.number().positive(), z.number().positive()])

/** Who does a step: `lead`, `town`, `village`, `thing` (the unit of the thing), or a unit's id; of several, each project takes the next. */
const Doer = z.union([Id, z.array(Id).min(1)])

const Temperament = z.strictObject({
  id: Id,
  share: Share.describe('Of all people'),
  pace: Range.describe('Share of the planned time that work takes'),
  minds: z.boolean().describe('Whether the pace is taken of the time that is left until the deadline'),
  faults: Share.describe('Deliverables returned'),
  reportsEvery: Share.describe('Of the planned time'),
  claims: Range.describe('What is reported for each per cent that is done'),
})
export type Temperament = z.infer<typeof Temperament>

/** `outline.yaml`: the figures of the county, its scripts included, and how people work. */
export const Outline = z.strictObject({
  seed: z.string().min(1),
  projects: z.number().int().positive(),
  nodes: z.number().int().positive().describe('Leaves'),
  people: z.number().int().positive().describe('Owners of nodes and leads of projects'),
  workingDays: z.number().int().min(30).max(700),
  crowding: z.number().min(1).describe('1 where starts are spread evenly; the more, the more of them lie early'),
  stretch: z.number().positive().describe('What the days of all templates are multiplied by'),
  drafts: z.number().int().min(0),
  confidential: z.number().int().min(0),
  paused: z.number().int().min(0),
  temperaments: z.array(Temperament).min(1),
  approving: Range,
  judging: Range,
  mending: Range,
  appeals: z.strictObject({ share: Share, upheld: Share, days: Range }),
  photographs: Share,
  closing: z.strictObject({ share: Share, days: Range, archive: Range }),
})
export type Outline = z.infer<typeof Outline>

const Step = z.strictObject({
  id: Id.optional(),
  do: Words.describe('The title, with {town}, {village}, {thing} in it'),
  nature: Words,
  by: Doer,
  days: z.number().int().min(1).max(200),
  give: Words.describe('The deliverable; {20-90} becomes a number between'),
  after: z.array(Id).optional().describe('The step before where it is left out'),
  may: z.boolean().default(false).describe('Left out of some projects'),
})
export type Step = z.infer<typeof Step>

const Thing = z.strictObject({ is: Words, by: Id.optional() })

const Template = z.strictObject({
  id: Id,
  count: z.number().int().positive(),
  place: z.enum(['village', 'town', 'community', 'county']),
  lead: z.array(Id).min(1),
  things: z.array(Thing).min(1),
  titles: z.array(Words).min(1),
  phases: z.array(z.strictObject({ title: Words, steps: z.array(Step).min(1) })).min(1),
})
export type Template = z.infer<typeof Template> & { readonly kind: Kind }

const Kind = z.enum(['investment', 'relocation', 'building', 'reform', 'rural'])
type Kind = z.infer<typeof Kind>

const Templates = z.strictObject({ kind: Kind, templates: z.array(Template).min(1) })

const Vocabulary = z.strictObject({
  reports: z.record(Words, z.array(Words).min(1)).describe('By nature, early to late'),
  submitted: z.array(Words).min(1),
  resubmitted: z.array(Words).min(1),
  accepted: z.array(Words).min(1),
  returned: z.array(Words).min(1),
  appeals: z.array(Words).min(1),
  upheld: z.array(Words).min(1),
  rejected: z.array(Words).min(1),
  approved: z.array(Words).min(1),
  paused: z.array(Words).min(1),
  closed: z.array(Words).min(1),
})
export type Vocabulary = z.infer<typeof Vocabulary>

/** Everything that the county's projects are made of. */
export type Material = {
  readonly outline: Outline
  readonly templates: readonly Template[]
  readonly words: Vocabulary
}

/** Reads the material; nothing where the pack has none. Throws all problems, each with file and line. */
export async function readMaterial(folder: string): Promise<Material | undefined> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort()
  if (files.length === 0) return undefined
  const problems: PackProblem[] = []
  const read = async <T>(file: string, shape: z.ZodType<T>) =>
    readSection(join('demo', 'projects', 'county', file), await readFile(join(folder, file), 'utf8'), shape, problems)
  const templates = files.filter((file) => file !== 'outline.yaml' && file !== 'words.yaml')
  const [outline, words, kinds] = await Promise.all([
    read('outline.yaml', Outline),
    read('words.yaml', Vocabulary),
    Promise.all(templates.map((file) => read(file, Templates))),
  ])
  if (problems.length > 0 || !outline[0] || !words[0])
    throw new Error(problems.map(({ file, line, zh, en }) => `${file}:${line} ${zh} ${en}`).join('\n'))
  const ofKinds = kinds.flat().map(({ value }) => value)
  return {
    outline: outline[0].value,
    words: words[0].value,
    templates: ofKinds.flatMap(({ kind, templates: all }) => all.map((template) => ({ ...template, kind }))),
  }
}
