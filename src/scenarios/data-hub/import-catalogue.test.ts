import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { DatasetsFile } from '#platform/server/county/index.ts'
import { catalogueWorkbook } from '#platform/server/data-hub/index.ts'
import { importCatalogue } from './server/import-catalogue.ts'

const suichang = join(import.meta.dirname, '..', '..', '..', 'counties', 'suichang')
const housing = DatasetsFile.parse(parse(readFileSync(join(suichang, 'datasets', 'housing.yaml'), 'utf8')))
let pack: string

beforeEach(() => {
  pack = join(mkdtempSync(join(tmpdir(), 'xianqu-catalogue-')), 'suichang')
  cpSync(suichang, pack, { recursive: true })
  rmSync(join(pack, 'datasets', 'housing.yaml'))
  return () => rmSync(join(pack, '..'), { recursive: true })
})

const written = (name: string, content: string | Buffer) => {
  const file = join(pack, '..', name)
  writeFileSync(file, content)
  return file
}
const taken = () => parse(readFileSync(join(pack, 'datasets', 'imported.yaml'), 'utf8'))

test.each([
  ['JSON', '目录.json', () => JSON.stringify(housing)],
  ['a workbook', '目录.xlsx', () => catalogueWorkbook(housing.datasets)],
])('a catalogue that came as %s becomes datasets of a pack, without loss', async (_, name, made) => {
  const file = written(name, await made())
  const imported = await importCatalogue({ file, pack, name: 'imported' })
  expect(imported).toMatchObject({ ok: true, value: { datasets: housing.datasets.length } })
  expect(DatasetsFile.parse(taken())).toEqual(JSON.parse(JSON.stringify(housing)))
})

test('an owner that the county does not have is told by its line, and the pack stays as it was', async () => {
  const [first, ...others] = housing.datasets
  const file = written('目录.json', JSON.stringify({ datasets: [{ ...first, owner: 'nobody' }, ...others] }))
  const imported = await importCatalogue({ file, pack, name: 'imported' })
  expect(imported).toMatchObject({ ok: false, refusal: { code: 'data-hub.catalogue.faulty' } })
  expect(JSON.stringify(imported)).toMatch(/datasets\/imported\.yaml:\d+ .*nobody/)
  expect(existsSync(join(pack, 'datasets', 'imported.yaml'))).toBe(false)
})

test.each([
  ['a file that is no catalogue', '别的.xlsx', 'PK', 'data-hub.catalogue.unreadable'],
  ['JSON that breaks off', '目录.json', '{"datasets": [', 'data-hub.catalogue.faulty'],
  ['datasets without what a dataset needs', '目录.json', '{"datasets":[{"id":"a"}]}', 'data-hub.catalogue.faulty'],
])('%s is refused and nothing is written', async (_, name, content, code) => {
  const imported = await importCatalogue({ file: written(name, content), pack, name: 'imported' })
  expect(imported).toMatchObject({ ok: false, refusal: { code } })
  expect(existsSync(join(pack, 'datasets', 'imported.yaml'))).toBe(false)
})

test('a file that is there is not written over', async () => {
  const file = written('目录.json', JSON.stringify(housing))
  const imported = await importCatalogue({ file, pack, name: 'livelihood' })
  expect(imported).toMatchObject({ ok: false, refusal: { code: 'data-hub.catalogue.exists' } })
})
