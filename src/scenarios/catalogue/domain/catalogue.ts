import { ok, type Result, refuse } from '#platform/kernel/result.ts'

/*
 * A catalogue lists matters with their materials and who holds each. A matter needs another department where one of its materials is held
 * by one that is neither its own authority nor the applicant; it is alone where none is; it is unclear where nobody wrote down who
 * holds a material, and none of the others needs another department.
 */

/** A material of a matter: what it is called, and who holds it. */
export type CatalogueMaterial = { readonly name: string; readonly holder: string }

/** A matter of a catalogue. */
export type CatalogueMatter = {
  readonly code: string
  readonly name: string
  readonly authority: string
  /** Cases a year, 1 where nobody counted. */
  readonly cases: number
  readonly materials: readonly CatalogueMaterial[]
}

export type MatterNeed = 'alone' | 'others' | 'unclear'

/** A link to data: a kind of paper that a department holds. */
export type Link = { readonly holder: string; readonly name: string }

/** Whom the applicant is, in catalogues as officials write them. */
const applicant = new Set(['申请人', '申请人自备', '本人', '企业自备'])

/** Whether a matter needs another department's paper. */
export function needOf(matter: CatalogueMatter): MatterNeed {
  if (linksOf(matter).length > 0) return 'others'
  return matter.materials.some(({ holder }) => holder === '') ? 'unclear' : 'alone'
}

/** The links that would free a matter from the papers of others. */
export function linksOf({ authority, materials }: CatalogueMatter): readonly Link[] {
  const foreign = materials.filter(({ holder }) => holder !== '' && holder !== authority && !applicant.has(holder))
  return [...new Map(foreign.map(({ holder, name }) => [`${holder}\n${name}`, { holder, name }])).values()]
}

const columns = ['事项编码', '事项名称', '主管单位', '年办件量', '材料'] as const

/**
 * Reads the rows of a sheet: code, name, authority, cases a year, and materials as `户口簿@公安局；照片@申请人`. A material without
 * `@` has no holder. Refuses: `catalogue.columns.missing`, `catalogue.row.wrong` with the number of the row.
 */
export function readCatalogue(rows: readonly (readonly string[])[]): Result<readonly CatalogueMatter[]> {
  const [heading = [], ...body] = rows
  const places = columns.map((column) => heading.findIndex((cell) => cell.trim() === column))
  const missing = columns.filter((_, index) => places[index] === -1)
  if (missing.length > 0) return refuse('catalogue.columns.missing', { columns: missing.join('、') })
  const matters: CatalogueMatter[] = []
  for (const [index, row] of body.entries()) {
    const [code = '', name = '', authority = '', cases = '', materials = ''] = places.map((place) =>
      (row[place] ?? '').trim(),
    )
    if ([code, name, authority, materials].every((cell) => cell === '')) continue
    const count = cases === '' ? 1 : Number(cases.replaceAll(',', ''))
    if (name === '' || authority === '' || !Number.isFinite(count) || count < 0)
      return refuse('catalogue.row.wrong', { row: index + 2 })
    matters.push({ code, name, authority, cases: count, materials: materialsOf(materials) })
  }
  return ok(matters)
}

function materialsOf(text: string): readonly CatalogueMaterial[] {
  return text
    .split(/[；;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [name = '', holder = ''] = one.split(/[@＠]/)
      return { name: name.trim(), holder: holder.trim() }
    })
}
