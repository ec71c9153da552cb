import { parseExpression } from 'feelin'
import type { Variables } from './scope.ts'

type Node = ReturnType<typeof parseExpression>['topNode']

/** The functions that stand for what feelin does otherwise than the standard, by the text that they replace. */
export const operators: Readonly<Record<string, string>> = {
  '+': 'xianqu_plus',
  '-': 'xianqu_minus',
  '*': 'xianqu_times',
  '/': 'xianqu_over',
  '**': 'xianqu_power',
}
const constructors: Readonly<Record<string, string>> = {
  date: 'xianqu_date',
  time: 'xianqu_time',
  'date and time': 'xianqu_date_and_time',
  duration: 'xianqu_duration',
}
const ownTypes =
  /^(?!(Any|Null|number|string|boolean|date|time|date and time|days and time duration|years and months duration|context|list|range|function)$)/
const suspicious = /[+-]00:00|[+-](19|2\d):|[+-]\d\d:\d\d@|\.S|^"-?P"?$/

/**
 * The text in which arithmetic, dates made of parts, and types of the model are calls of our own functions: feelin resolves these
 * itself and asks no variable. Texts with none of them, or with an error, come back as they are.
 */
export function rewrite(text: string, variables: Variables): string {
  const { topNode } = parseExpression(text, variables, undefined)
  return render(topNode, text)
}

function render(node: Node, text: string): string {
  const rewritten = rewriters[node.name]?.(node, text)
  if (rewritten !== undefined) return rewritten
  let out = ''
  let at = node.from
  for (let child = node.firstChild; child; child = child.nextSibling) {
    out += text.slice(at, child.from) + render(child, text)
    at = child.to
  }
  return out + text.slice(at, node.to)
}

type Rewriter = (node: Node, text: string) => string | undefined

const rewriters: Readonly<Record<string, Rewriter>> = {
  ArithmeticExpression(node, text) {
    const parts = childrenOf(node)
    if (parts.length === 2) return `xianqu_negate(${render(parts[1] as Node, text)})`
    if (parts.length !== 3) return undefined
    const [left, operator, right] = parts as [Node, Node, Node]
    const called = operators[sliceOf(operator, text)]
    return called && `${called}(${render(left, text)}, ${render(right, text)})`
  },
  DateTimeLiteral(node, text) {
    const [made, , parameters] = childrenOf(node)
    const called = made && constructors[sliceOf(made, text).replace(/\s+/g, ' ')]
    if (!called || !parameters) return undefined
    const only = childrenOf(parameters)
    const isPlain =
      only.length === 1 && only[0]?.name === 'StringLiteral' && !suspicious.test(sliceOf(parameters, text))
    return isPlain ? undefined : `${called}(${render(parameters, text)})`
  },
  InstanceOfExpression(node, text) {
    const [value, , , type] = childrenOf(node)
    const name = type && sliceOf(type, text)
    if (!value || !name || !ownTypes.test(name)) return undefined
    return `xianqu_instance_of(${render(value, text)}, ${JSON.stringify(name)})`
  },
  FunctionDefinition(node, text) {
    const [, , parameters, , body] = childrenOf(node)
    const formal = parameters?.name === 'FormalParameters' ? childrenOf(parameters).filter(isParameter) : []
    const types = formal.map((one) => childrenOf(one).find(({ name }) => name === 'Type'))
    if (body === undefined || types.every((type) => type === undefined)) return undefined
    const names = formal.map((one) => childrenOf(one)[0]).map((name) => (name ? sliceOf(name, text) : ''))
    const told = types.map((type) => (type ? JSON.stringify(sliceOf(type, text)) : 'null'))
    return `xianqu_typed(function(${names.join(', ')}) ${render(body, text)}, [${told.join(', ')}])`
  },
  FilterExpression(node, text) {
    const [list] = childrenOf(node)
    if (list === undefined || !/Literal|ParenthesizedExpression/.test(list.name)) return undefined
    return `xianqu_list_of(${render(list, text)})${renderRest(node, list, text)}`
  },
}

function isParameter({ name }: Node): boolean {
  return name === 'FormalParameter'
}

function renderRest(node: Node, after: Node, text: string): string {
  let out = ''
  let at = after.to
  for (let child = after.nextSibling; child; child = child.nextSibling) {
    out += text.slice(at, child.from) + render(child, text)
    at = child.to
  }
  return out + text.slice(at, node.to)
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!child.type.isSkipped && !child.name.endsWith('Comment')) children.push(child)
  return children
}

function sliceOf(node: Node, text: string): string {
  return text.slice(node.from, node.to)
}
