import type { z } from 'zod'
import { en, zhCN } from 'zod/locales'
import { AccountsFile, StaffFile } from './demo-format.ts'
import {
  CalendarFile,
  CountyFile,
  DivisionsFile,
  LaddersFile,
  LampsFile,
  OrganisationsFile,
  PlanKindsFile,
  PostsFile,
  RolesFile,
} from './format.ts'
import { ChannelsFile } from './format-channels.ts'
import { PlanCheckFile } from './format-check.ts'
import { CredentialsFile } from './format-credentials.ts'
import { ConnectorsFile, DatasetsFile, FieldsFile, GrantsFile } from './format-data-hub.ts'
import { MattersFile } from './format-matters.ts'
import { PaymentsFile } from './format-payments.ts'
import { PlatesFile, PointsFile } from './format-points.ts'
import { RulesFile } from './format-rules.ts'
import { SupervisionFile } from './format-supervision.ts'
import {
  type PackFacts,
  type PackPlace,
  type PackProblem,
  type PackProblemCode,
  packProblem,
  packProblems,
} from './problem.ts'
import { readSource, type Source, type ValuePath } from './source.ts'

/** The texts of a pack by path inside its folder, with `/` between the parts. */
export type PackFiles = ReadonlyMap<string, string>

/** One file that has the right shape, and where each of its values stands. */
export type Section<T> = { readonly value: T; readonly source: Source }

/** The files of a pack: which, what they say, and the shape that is asked of them. */
export const formats = {
  county: { name: 'county.yaml', about: 'The county itself.', file: /^county\.yaml$/, shape: CountyFile },
  divisions: {
    name: 'divisions.yaml',
    about: 'Towns, and the villages and communities in each. Optional.',
    file: /^divisions\.yaml$/,
    shape: DivisionsFile,
  },
  organisations: {
    name: 'organisations/*.yaml',
    about: 'The tree of organisations, over as many files as one likes.',
    file: /^organisations\/[^/]+\.yaml$/,
    shape: OrganisationsFile,
  },
  roles: { name: 'roles.yaml', about: 'Named sets of permissions.', file: /^roles\.yaml$/, shape: RolesFile },
  posts: {
    name: 'posts/*.yaml',
    about: 'Templates, each of which makes a post in every organisation that it is for.',
    file: /^posts\/[^/]+\.yaml$/,
    shape: PostsFile,
  },
  calendar: {
    name: 'calendar.yaml',
    about: 'Working hours and the county’s own days. Optional.',
    file: /^calendar\.yaml$/,
    shape: CalendarFile,
  },
  ladders: {
    name: 'ladders.yaml',
    about: 'Who supervises a late obligation, level by level. Optional.',
    file: /^ladders\.yaml$/,
    shape: LaddersFile,
  },
  lamps: {
    name: 'lamps.yaml',
    about: 'The versions of the lamp rule. Optional.',
    file: /^lamps\.yaml$/,
    shape: LampsFile,
  },
  planKinds: {
    name: 'plan-kinds.yaml',
    about: 'The kinds of plans, and how each begins. Optional; a kind that is not named starts without approval.',
    file: /^plan-kinds\.yaml$/,
    shape: PlanKindsFile,
  },
  planCheck: {
    name: 'plan-check.yaml',
    about: 'The versions of the rule by which a plan is checked before its start. Optional.',
    file: /^plan-check\.yaml$/,
    shape: PlanCheckFile,
  },
  plates: {
    name: 'plates.yaml',
    about: 'The versions of the rule of monthly plates. Optional.',
    file: /^plates\.yaml$/,
    shape: PlatesFile,
  },
  points: {
    name: 'points.yaml',
    about: 'The versions of the rules of points. Optional.',
    file: /^points\.yaml$/,
    shape: PointsFile,
  },
  supervision: {
    name: 'supervision.yaml',
    about: 'The versions of the rule of duties given by hand. Optional.',
    file: /^supervision\.yaml$/,
    shape: SupervisionFile,
  },
  payments: {
    name: 'payments.yaml',
    about: 'The versions of the rule of payments that did not arrive. Optional.',
    file: /^payments\.yaml$/,
    shape: PaymentsFile,
  },
  channels: {
    name: 'channels.yaml',
    about: 'How notices leave the platform: webhooks, chat robots, mail, SMS. Optional.',
    file: /^channels\.yaml$/,
    shape: ChannelsFile,
  },
  fields: {
    name: 'fields.yaml',
    about: 'The dictionary of fields. Optional.',
    file: /^fields\.yaml$/,
    shape: FieldsFile,
  },
  connectors: {
    name: 'connectors.yaml',
    about: 'The departments’ systems that are asked for data. Optional.',
    file: /^connectors\.yaml$/,
    shape: ConnectorsFile,
  },
  datasets: {
    name: 'datasets/*.yaml',
    about: 'The catalogue of public data, over as many files as one likes. Optional.',
    file: /^datasets\/[^/]+\.yaml$/,
    shape: DatasetsFile,
  },
  grants: {
    name: 'grants.yaml',
    about: 'Who may look up what, for which matters, by which law. Optional.',
    file: /^grants\.yaml$/,
    shape: GrantsFile,
  },
  credentials: {
    name: 'credentials.yaml',
    about: 'The electronic certificates that the county issues. Optional.',
    file: /^credentials\.yaml$/,
    shape: CredentialsFile,
  },
  matters: {
    name: 'matters/*.yaml',
    about: 'Government service matters, over as many files as one likes. Optional.',
    file: /^matters\/[^/]+\.yaml$/,
    shape: MattersFile,
  },
  decisionModels: {
    name: 'rules.yaml',
    about: 'The decision models, each a DMN document under rules/. Optional.',
    file: /^rules\.yaml$/,
    shape: RulesFile,
  },
  staff: {
    name: 'demo/staff.yaml',
    about: 'Invented people; only with `demo: true`.',
    file: /^demo\/staff\.yaml$/,
    shape: StaffFile,
  },
  accounts: {
    name: 'demo/accounts.yaml',
    about: 'Which of them can sign in; only with `demo: true`.',
    file: /^demo\/accounts\.yaml$/,
    shape: AccountsFile,
  },
} as const

export type Formats = typeof formats
export type SectionName = keyof Formats

/** All files of a pack by what they are; a kind of file that is written over several has several sections. */
export type Sections = { readonly [K in SectionName]: readonly Section<z.infer<Formats[K]['shape']>>[] }

/** Reads every file of the pack that belongs to the format; folders of scenarios (`projects/`, `demo/projects/` …) are theirs to read. */
export function readSections(files: PackFiles): { readonly sections: Sections; readonly problems: PackProblem[] } {
  const problems: PackProblem[] = []
  const sections = Object.fromEntries(
    Object.entries(formats).map(([name, { file, shape }]) => {
      const mine = [...files].filter(([path]) => file.test(path)).sort(([a], [b]) => (a < b ? -1 : 1))
      return [name, mine.flatMap(([path, text]) => readSection<unknown>(path, text, shape, problems))]
    }),
  ) as unknown as Sections
  return { sections, problems: [...problems, ...misnamed(files), ...missing(files)] }
}

/** Reads one file in a shape; what is wrong goes among the problems, and then nothing is given. */
export function readSection<T>(file: string, text: string, shape: z.ZodType<T>, problems: PackProblem[]): Section<T>[] {
  const read = readSource(file, text)
  if ('problems' in read) {
    problems.push(...read.problems)
    return []
  }
  const parsed = shape.safeParse(read.source.value, { reportInput: true })
  if (parsed.success) return [{ value: parsed.data, source: read.source }]
  problems.push(...parsed.error.issues.flatMap((issue) => problemsOf(issue, read.source)))
  return []
}

function problemsOf(issue: z.core.$ZodIssue, source: Source): PackProblem[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((field) => packProblem('county.field.unknown', source.locateKey(path, field), { field }))
  const place = placeOf(source, path, issue)
  const field = path.join('.') || source.file
  const coded = issue.code === 'custom' ? (issue.params as { problem?: string } & PackFacts) : undefined
  if (coded?.problem !== undefined && coded.problem in packProblems) {
    const { problem, ...facts } = coded
    return [packProblem(problem as PackProblemCode, place, { field, value: String(issue.input), ...facts })]
  }
  const reasonZh = sentence(zhCN().localeError(issue as never))
  const reasonEn = sentence(en().localeError(issue as never))
  return [packProblem('county.field.invalid', place, { field, reasonZh, reasonEn })]
}

function placeOf(source: Source, path: ValuePath, issue: z.core.$ZodIssue): PackPlace {
  const key = path.at(-1)
  return issue.code === 'invalid_key' && typeof key === 'string'
    ? source.locateKey(path.slice(0, -1), key)
    : source.locate(path)
}

function sentence(told: string | { message: string } | null | undefined): string {
  return (typeof told === 'object' ? told?.message : told) ?? ''
}

function misnamed(files: PackFiles): PackProblem[] {
  const known = Object.values(formats)
  const owned = /^(organisations|posts|datasets|matters)\/|^demo\/[^/]+$|^[^/]+$/
  return [...files.keys()]
    .filter((path) => /\.ya?ml$/.test(path) && owned.test(path) && !known.some(({ file }) => file.test(path)))
    .map((file) => packProblem('county.file.unknown', { file, line: 1, column: 1 }))
}

function missing(files: PackFiles): PackProblem[] {
  const paths = [...files.keys()]
  return (['county', 'roles', 'organisations', 'posts'] as const)
    .filter((name) => !paths.some((path) => formats[name].file.test(path)))
    .map((name) => (name === 'organisations' || name === 'posts' ? `${name}/` : `${name}.yaml`))
    .map((file) => packProblem('county.pack.missing', { file, line: 1, column: 1 }))
}
