import { type PackFacts, type PackPlace, type PackProblem, type PackProblemCode, packProblem } from './problem.ts'
import type { Section } from './sections.ts'
import type { ValuePath } from './source.ts'

/** One thing of a pack and the way to where it stands: `at('parent')` is the place of its parent. */
export type Placed<T> = { readonly item: T; readonly at: (...path: ValuePath) => PackPlace }

/** Gathers what is wrong, so that a person sees everything at once. */
export type Report = {
  readonly problems: PackProblem[]
  add(code: PackProblemCode, place: PackPlace, facts?: PackFacts): void
  /** Reports what occurs a second time, by key; gives those that occur first. */
  unique<T>(things: readonly Placed<T>[], key: (thing: T) => string, code: PackProblemCode, field: string): Placed<T>[]
  /** Reports a name that leads nowhere. */
  unknown(kind: keyof typeof kinds, id: string, place: PackPlace): void
}

const kinds = {
  organisation: { kindZh: '机构', kindEn: 'organisation' },
  organisationKind: { kindZh: '机构类型', kindEn: 'kind of organisation' },
  division: { kindZh: '区划', kindEn: 'division' },
  post: { kindZh: '岗位', kindEn: 'post' },
  role: { kindZh: '角色', kindEn: 'role' },
  person: { kindZh: '人员', kindEn: 'person' },
  field: { kindZh: '数据项', kindEn: 'field' },
  connector: { kindZh: '接口', kindEn: 'connector' },
  dataset: { kindZh: '数据目录', kindEn: 'dataset' },
  credential: { kindZh: '电子证照', kindEn: 'certificate' },
  'decision-model': { kindZh: '规则模型', kindEn: 'decision model' },
} as const

/** Begins a report. */
export function beginReport(): Report {
  const problems: PackProblem[] = []
  const add: Report['add'] = (code, place, facts = {}) => void problems.push(packProblem(code, place, facts))
  return {
    problems,
    add,
    unique: (things, key, code, field) => {
      const first = new Map<string, PackPlace>()
      return things.filter(({ item, at }) => {
        const id = key(item)
        const seen = first.get(id)
        if (seen === undefined) first.set(id, at(field))
        else add(code, at(field), { id: id, name: id.split('\n').at(-1) ?? id, first: `${seen.file}:${seen.line}` })
        return seen === undefined
      })
    },
    unknown: (kind, id, place) => add('county.reference.unknown', place, { id, ...kinds[kind] }),
  }
}

/** The things in a list of a section, each with its place. */
export function placed<T, U>(section: Section<T>, list: readonly U[], ...path: ValuePath): Placed<U>[] {
  return list.map((item, index) => ({ item, at: (...inner) => section.source.locate([...path, index, ...inner]) }))
}
