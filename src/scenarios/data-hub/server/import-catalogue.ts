import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { ok, type Result, refuse } from '#platform/kernel/result.ts'
import { DatasetsFile, loadCountyPack } from '#platform/server/county/index.ts'
import { readCatalogueSheets } from '#platform/server/data-hub/index.ts'
import { readSheet } from '#platform/server/sheets/index.ts'

type Asked = { readonly file: string; readonly pack: string; readonly name: string }

/**
 * Writes the datasets of a catalogue as `datasets/<name>.yaml` of a pack, where the pack holds together with them; else writes nothing.
 * Refuses: `data-hub.catalogue.unreadable`, `data-hub.catalogue.faulty`, `data-hub.catalogue.exists`.
 */
export async function importCatalogue({
  file,
  pack,
  name,
}: Asked): Promise<Result<{ path: string; datasets: number }>> {
  const read = await readCatalogue(file)
  if (read === undefined) return refuse('data-hub.catalogue.unreadable', { file: basename(file) })
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    return refuse('data-hub.catalogue.faulty', { file: basename(file), problems })
  }
  const place = `datasets/${name}.yaml`
  const path = join(pack, place)
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, stringify(read.data, { lineWidth: 0 }), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return refuse('data-hub.catalogue.exists', { file: path })
    throw error
  }
  const problems = await problemsOf(pack, place)
  if (problems.length === 0) return ok({ path, datasets: read.data.datasets.length })
  await rm(path)
  return refuse('data-hub.catalogue.faulty', { file: basename(file), problems })
}

async function readCatalogue(file: string) {
  const bytes = await readFile(file)
  if (/\.json$/i.test(file)) return DatasetsFile.safeParse(jsonOf(bytes.toString()))
  const rowsOf = async (sheet: string) => {
    const reading = await readSheet(bytes, { sheet, text: false })
    return reading.kind === 'sheet' ? reading.sheet.rows : []
  }
  return readCatalogueSheets(await rowsOf('数据目录'), await rowsOf('数据项'))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is wrong with one file of a pack among the others; who may do what is not its matter. */
async function problemsOf(pack: string, place: string): Promise<readonly string[]> {
  const loaded = await loadCountyPack(pack, new Set())
  const all = 'problems' in loaded ? loaded.problems : []
  return all.filter(({ file }) => file === place).map(({ line, zh }) => `${place}:${line} ${zh}`)
}
