import type { PackChange } from './diff-pack.ts'
import type { PackProblem } from './problem.ts'
import { type RecordKind, recordKinds } from './records.ts'

const kinds: Readonly<Record<RecordKind, string>> = {
  jurisdiction: '县区 county',
  division: '区划 divisions',
  organisation: '机构 organisations',
  post: '岗位 posts',
  person: '人员 people',
  appointment: '任职 appointments',
  document: '规则 documents',
}

const listed = 20

/** Problems as lines that an editor can jump by: file, line, column, then the sentence in both languages. */
export function describeProblems(problems: readonly PackProblem[]): string {
  const lines = problems.map(
    ({ file, line, column, code, zh, en }) => `${file}:${line}:${column} ${zh} ${en} [${code}]`,
  )
  const count = problems.length
  return [
    ...lines,
    `县域包有 ${count} 处问题，没有改动任何内容。The pack has ${count} problems; nothing was changed.`,
  ].join('\n')
}

/** Changes as a person reads them: figures by kind, then the changed and retired by name. */
export function describeChanges(changes: readonly PackChange[], done: boolean): string {
  if (changes.length === 0) return '与县域包一致，无需改动。The county agrees with the pack; nothing to change.'
  const figures = recordKinds.flatMap((kind) => {
    const count = (type: PackChange['type']) => changes.filter((one) => one.kind === kind && one.type === type).length
    const [added, changed, retired] = [count('added'), count('changed'), count('retired')]
    return added + changed + retired === 0 ? [] : [`  ${kinds[kind]}: +${added} ~${changed} -${retired}`]
  })
  const named = changes.flatMap((change) => {
    if (change.type === 'added') return []
    const fields = change.type === 'changed' ? ` (${Object.keys(change.fields).join(', ')})` : ''
    return [`  ${change.type === 'changed' ? '~' : '-'} ${change.kind} ${change.id}${fields}`]
  })
  const more = named.length > listed ? [`  … ${named.length - listed}`] : []
  const title = done ? '已应用。Applied.' : '将要改动。Would change.'
  return [title, ...figures, ...named.slice(0, listed), ...more].join('\n')
}
