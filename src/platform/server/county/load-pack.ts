import type { JurisdictionId } from '#platform/kernel/ids.ts'
import { defaultSignInSettings, strictest } from '#platform/server/identity/domain/sign-in-settings.ts'
import { inlineModels } from './decision-models.ts'
import { divisionsOf } from './divisions.ts'
import { documentsOf } from './documents.ts'
import { laddersOf } from './ladders.ts'
import { organisationsOf } from './organisations.ts'
import type { County, CountyPack } from './pack.ts'
import { postsOf } from './posts.ts'
import type { PackProblem } from './problem.ts'
import { readPackFolder } from './read-folder.ts'
import { beginReport, placed, type Report } from './report.ts'
import { type PackFiles, readSections, type Sections } from './sections.ts'
import { accountsOf, peopleOf } from './staff.ts'

/** A pack that holds together, or everything that is wrong with it, in the order of its files and lines. */
export type LoadedPack = { readonly pack: CountyPack } | { readonly problems: readonly PackProblem[] }

/**
 * Reads a county pack from a folder and checks it whole.
 * @param permissions the codes that the platform and its scenarios declare; roles may name no other
 * @example
 * const loaded = await loadCountyPack('counties/suichang', permissions)
 * if ('problems' in loaded) for (const { file, line, zh } of loaded.problems) console.error(`${file}:${line} ${zh}`)
 */
export async function loadCountyPack(folder: string, permissions: ReadonlySet<string>): Promise<LoadedPack> {
  const { files, problems } = await readPackFolder(folder)
  const parsed = parseCountyPack(files, permissions)
  if (problems.length === 0) return parsed
  return { problems: inOrder([...problems, ...('problems' in parsed ? parsed.problems : [])]) }
}

/** As `loadCountyPack`, from texts that are already in memory. */
export function parseCountyPack(files: PackFiles, permissions: ReadonlySet<string>): LoadedPack {
  const { sections: read, problems } = readSections(files)
  const sections = { ...read, decisionModels: inlineModels(read.decisionModels, files, problems) }
  const report = beginReport()
  const pack = assemble(sections, permissions, report)
  // What leads nowhere because a file could not be read is no problem of its own.
  const meant = problems.length === 0 ? report.problems : report.problems.filter(({ code }) => !leansOnOthers.has(code))
  const all = [...problems, ...meant]
  return all.length === 0 && pack ? { pack } : { problems: inOrder(all) }
}

const leansOnOthers = new Set(['county.reference.unknown', 'county.organisation.root', 'county.division.code'])

function assemble(sections: Sections, permissions: ReadonlySet<string>, report: Report): CountyPack | undefined {
  const county = countyOf(sections)
  const id = county?.id ?? ''
  const divisions = divisionsOf(sections, id, report)
  const organisations = organisationsOf(sections, divisions, report)
  const posts = postsOf(sections, organisations, permissions, report)
  const people = peopleOf(sections, id, organisations, posts, report)
  const accounts = accountsOf(sections, people, report)
  const ladders = laddersOf(sections, organisations, posts, report)
  const documents = documentsOf(sections, new Set(organisations.map((one) => one.id)), report)
  const channels = channelsOf(sections, report)
  const demo = sections.staff[0] ?? sections.accounts[0]
  if (county && demo && !county.demo) report.add('county.demo.forbidden', demo.source.locate([]))
  const calendar = sections.calendar[0]?.value
  if (!county) return undefined
  return { county, divisions, organisations, posts, people, accounts, calendar, ladders, channels, documents }
}

/** The channels of the county, each under an id of its own. */
function channelsOf({ channels: [file] }: Sections, report: Report): CountyPack['channels'] {
  if (file === undefined) return undefined
  report.unique(placed(file, file.value.channels, 'channels'), ({ id }) => id, 'county.id.duplicate', 'id')
  return file.value
}

function countyOf(sections: Sections): County | undefined {
  const written = sections.county[0]?.value
  if (!written) return undefined
  const tightened = Object.fromEntries(Object.entries(written.signIn).filter(([, value]) => value !== undefined))
  return { ...written, id: written.id as JurisdictionId, signIn: strictest(defaultSignInSettings, tightened) }
}

function inOrder(problems: readonly PackProblem[]): PackProblem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
}
