import excel from 'exceljs'
import type { z } from 'zod'
import { DatasetsFile } from '#platform/server/county/index.ts'
import type { Dataset } from './catalogue.ts'

/** The columns of a catalogue as provinces exchange it; the last holds as JSON what only the platform needs. */
const heads = [
  ['目录编号', 26, (one: Dataset) => one.id],
  ['目录名称', 30, (one: Dataset) => one.name],
  ['英文名称', 30, (one: Dataset) => one.english],
  ['省级目录代码', 20, (one: Dataset) => one.code ?? ''],
  ['摘要', 40, (one: Dataset) => one.summary],
  ['提供单位', 20, (one: Dataset) => one.owner],
  ['共享属性', 14, (one: Dataset) => sharing[one.sharing]],
  ['共享依据', 34, (one: Dataset) => one.basis],
  ['更新周期', 10, (one: Dataset) => updates[one.updates]],
  ['版本', 8, (one: Dataset) => String(one.version)],
  ['生效日期', 14, (one: Dataset) => one.effectiveFrom],
  ['平台参数', 60, (one: Dataset) => JSON.stringify(technical(one))],
] as const

const items = [
  ['目录编号', 26],
  ['版本', 8],
  ['数据项', 24],
  ['提供单位列名', 20],
  ['是否必填', 10],
  ['代码对照', 40],
] as const

const sharing = { unconditional: '无条件共享', conditional: '有条件共享', 'not-shared': '不予共享' } as const
const updates = {
  'real-time': '实时',
  daily: '每日',
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  yearly: '每年',
} as const
const names = { datasets: '数据目录', fields: '数据项' } as const

/** The catalogue as a workbook: a sheet of datasets, and one of their fields. */
export async function catalogueWorkbook(datasets: readonly Dataset[]): Promise<Buffer> {
  const book = new excel.Workbook()
  const sheet = (name: string, columns: readonly (readonly [string, number, ...unknown[]])[]) => {
    const added = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    added.columns = columns.map(([header, width]) => ({ header, width, style: { numFmt: '@' } }))
    added.getRow(1).font = { bold: true }
    return added
  }
  const list = sheet(names.datasets, heads)
  for (const one of datasets) list.addRow(heads.map(([, , of]) => of(one)))
  const rows = sheet(names.fields, items)
  for (const { id, version, fields } of datasets)
    for (const { field, column, required, values } of fields)
      rows.addRow([
        id,
        String(version),
        field,
        column ?? '',
        required ? '是' : '否',
        values ? JSON.stringify(values) : '',
      ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** What a workbook of a catalogue says; undefined where its columns are not those of a catalogue, else what zod makes of it. */
export function readCatalogueSheets(
  list: readonly (readonly string[])[],
  fields: readonly (readonly string[])[],
): z.ZodSafeParseResult<{ datasets: Dataset[] }> | undefined {
  const [first = [], ...rows] = list
  if (heads.some(([head], at) => first[at] !== head)) return undefined
  const datasets = rows.filter((cells) => cells[0]).map((cells) => datasetOf(cells, fields.slice(1)))
  return DatasetsFile.safeParse({ datasets })
}

function datasetOf(cells: readonly string[], fields: readonly (readonly string[])[]): unknown {
  const [id, name, english, code, summary, owner, shared, basis, updated, version, effectiveFrom, rest] = cells
  return {
    ...{ id, name, english, summary, owner, basis, effectiveFrom, version: Number(version) },
    ...(code ? { code } : {}),
    ...{ sharing: keyOf(sharing, shared), updates: keyOf(updates, updated) },
    ...parse(rest),
    fields: fields
      .filter((one) => one[0] === id && one[1] === version)
      .map(([, , field, column, required, values]) => ({
        ...{ field, required: required !== '否' },
        ...(column ? { column } : {}),
        ...(values ? { values: parse(values) } : {}),
      })),
  }
}

function technical({ subject, key, nameField, records, answer, correct, source }: Dataset) {
  return { subject, key, nameField, records, answer, correct, source }
}

function keyOf(words: Readonly<Record<string, string>>, said: string | undefined): string | undefined {
  return Object.entries(words).find(([, word]) => word === said)?.[0]
}

function parse(text: string | undefined): Record<string, unknown> {
  try {
    return JSON.parse(text ?? '') as Record<string, unknown>
  } catch {
    return {}
  }
}
