import type { Fact } from '../evaluate/facts.ts'
import type { Problem } from '../evaluate/run.ts'
import type { HitPolicy } from '../model/model.ts'
import type { Json } from '../types/json.ts'
import { cellInChinese, valueInChinese } from './cell-in-chinese.ts'
import type { RowStep, Step, TableStep } from './explanation.ts'

const policies: Readonly<Record<HitPolicy, string>> = {
  U: '只应命中一行',
  A: '命中各行须一致',
  P: '按结果的优先次序取一行',
  F: '取命中的第一行',
  R: '按行的次序全部列出',
  O: '按结果的优先次序全部列出',
  C: '全部列出',
  'C+': '合计',
  'C<': '取最小',
  'C>': '取最大',
  'C#': '计数',
}

const problems: Readonly<Record<Problem['kind'], string>> = {
  syntax: '表达式写法有误',
  null: '无法计算',
  type: '取值类型不符',
  allowed: '取值不在允许范围内',
  overlap: '只应命中一行，却命中多行',
  differ: '命中各行的结果不一致',
  unsupported: '不支持的函数',
  depth: '调用层次过深',
}

/** An explanation as sentences, one a line. */
export function inChinese(steps: readonly Step[], met: readonly Problem[]): readonly string[] {
  return [...steps.flatMap(stepInChinese), ...met.map(problemInChinese)]
}

function stepInChinese(step: Step): string[] {
  const head = `${step.decision}：${resultInChinese(step.result)}`
  if (step.tables.length > 0) return [head, ...step.tables.flatMap(tableInChinese)]
  return step.expression === undefined ? [head] : [head, `  按算式 ${step.expression}`]
}

function tableInChinese(table: TableStep): string[] {
  const part = table.part === undefined ? '' : `${table.part}，`
  const head = `  ${part}决策表（${policies[table.hitPolicy]}）`
  if (table.rows.length > 0) return [head, ...table.rows.map((row) => `  ${rowInChinese(row, table)}`)]
  const tested = table.inputs.map(({ label, value, facts }) => `${label} = ${valueInChinese(value)}${sourcesOf(facts)}`)
  return [`${head}没有一行命中${table.otherwise ? '，取默认结果' : ''}：${tested.join('，')}`]
}

function rowInChinese(row: RowStep, { inputs }: TableStep): string {
  const cells = row.cells.flatMap(({ label, test, value }, index) => {
    const told = cellInChinese(test, value)
    return told === undefined
      ? []
      : [`${label} ${told.test}${actually(told.shows ? value : undefined, inputs[index]?.facts ?? [])}`]
  })
  const outputs = row.outputs.map(({ name, text }) => (name === '' ? unquoted(text) : `${name} = ${unquoted(text)}`))
  const notes = row.annotations.length > 0 ? `（${row.annotations.join('；')}）` : ''
  return `第 ${row.row} 行${row.used ? '' : '（命中但未采用）'}：${cells.join('，') || '不论何种情形'} → ${outputs.join('，')}${notes}`
}

/** The value where the test does not say it, and where it comes from. */
function actually(value: Json | undefined, facts: readonly Fact[]): string {
  const source = [...new Set(facts.flatMap(sourceOf))].join('、')
  const parts = [...(value === undefined ? [] : [`实为 ${valueInChinese(value)}`]), ...(source ? [source] : [])]
  return parts.length > 0 ? `（${parts.join('，')}）` : ''
}

function sourcesOf(facts: readonly Fact[]): string {
  const source = [...new Set(facts.flatMap(sourceOf))].join('、')
  return source ? `（${source}）` : ''
}

function sourceOf({ source, asOf }: Fact): string[] {
  if (source === undefined) return asOf === undefined ? [] : [`${asOf} 的数据`]
  return [`来自 ${source}${asOf === undefined ? '' : ` ${asOf}`}`]
}

function resultInChinese(result: Json): string {
  if (result === null) return '没有结论'
  return valueInChinese(result)
}

function unquoted(text: string): string {
  const quoted = /^"([^"]*)"$/.exec(text)
  if (quoted) return quoted[1] as string
  return text === 'true' ? '是' : text === 'false' ? '否' : text
}

function problemInChinese({ decision, kind, message, text }: Problem): string {
  return `注意：${decision}${problems[kind]}${text === undefined ? '' : `，${text}`}（${message}）`
}
