import { defineRefusals } from './refusal-registry.ts'

/** What the rules engine may refuse: a model that cannot be read, a decision that it has not, facts that do not fit. */
export const ruleRefusals = defineRefusals({
  'rules.model.malformed': {
    status: 422,
    level: 'info',
    zh: '规则模型不是完好的 XML：第 {line} 行第 {column} 列，{reason}。',
    en: 'The model is not well-formed XML: line {line}, column {column}: {reason}.',
  },
  'rules.model.doctype': {
    status: 422,
    level: 'warn',
    zh: '规则模型第 {line} 行带有 DOCTYPE（可能含实体攻击），不予读取。请删去后重试。',
    en: 'The model has a DOCTYPE on line {line}, which can carry entity bombs; remove it and try again.',
  },
  'rules.model.large': {
    status: 413,
    level: 'warn',
    zh: '规则模型过大：最多 {characters} 个字符、嵌套 {depth} 层。请拆分成多个模型。',
    en: 'The model is too large: {characters} characters and {depth} levels at most. Split it.',
  },
  'rules.model.namespace': {
    status: 422,
    level: 'info',
    zh: '这不是 DMN 1.3、1.4 或 1.5 的规则模型（根元素是 {found}）。',
    en: 'This is no DMN 1.3, 1.4 or 1.5 model (its root is {found}).',
  },
  'rules.model.import': {
    status: 422,
    level: 'info',
    zh: '规则模型第 {line} 行引用了另一个模型“{name}”。请把所用的决策写入同一个模型。',
    en: 'The model imports another model “{name}” on line {line}; put what it uses into one model.',
  },
  'rules.model.name': {
    status: 422,
    level: 'info',
    zh: '规则模型第 {line} 行第 {column} 列的元素没有名称，或名称不可用。请为每个输入和决策取名。',
    en: 'The element on line {line}, column {column} has no usable name; name every input and decision.',
  },
  'rules.model.reference': {
    status: 422,
    level: 'info',
    zh: '“{by}”依赖编号为 {id} 的元素，但模型里没有它。',
    en: '“{by}” requires {id}, which the model does not have.',
  },
  'rules.model.loop': {
    status: 422,
    level: 'info',
    zh: '决策互相依赖，绕成了圈：{loop}。请断开其中一处。',
    en: 'Decisions require each other in a circle: {loop}. Break it at one place.',
  },
  'rules.decision.unknown': {
    status: 404,
    level: 'info',
    zh: '模型里没有名为“{decision}”的决策。现有：{known}。',
    en: 'The model has no decision “{decision}”. It has: {known}.',
  },
  'rules.input.missing': {
    status: 422,
    level: 'info',
    zh: '决策“{decision}”还缺少事实：{missing}。确实不知道的请填 null。',
    en: 'The decision “{decision}” lacks facts: {missing}. Give null for what is really unknown.',
  },
  'rules.input.type': {
    status: 422,
    level: 'info',
    zh: '事实“{input}”的类型不对：应为 {expected}，给的是 {value}。',
    en: 'The fact “{input}” has the wrong type: {expected} is needed, {value} was given.',
  },
  'rules.input.value': {
    status: 422,
    level: 'info',
    zh: '事实“{input}”的取值不在允许范围内：允许 {expected}，给的是 {value}。',
    en: 'The fact “{input}” is outside of what is allowed: {expected}; {value} was given.',
  },
  'rules.time.over': {
    status: 422,
    level: 'warn',
    zh: '规则在 {milliseconds} 毫秒内没有算完，已停止。请检查循环、过长的列表和复杂的文本匹配。',
    en: 'The rule was not worked out within {milliseconds} ms and was stopped. Look for loops, long lists and heavy patterns.',
  },
  'rules.model.unknown': {
    status: 404,
    level: 'info',
    zh: '没有编号为 {model} 的规则模型，或它还没有生效的版本。',
    en: 'There is no decision model {model}, or no version of it is in force.',
  },
  'rules.proposal.unknown': {
    status: 404,
    level: 'info',
    zh: '规则 {model} 没有第 {version} 版的修订。',
    en: 'The rule {model} has no proposed version {version}.',
  },
  'rules.proposal.same': {
    status: 409,
    level: 'info',
    zh: '与现行版本没有差别，不用提交修订。',
    en: 'It does not differ from the version in force; there is nothing to propose.',
  },
  'rules.proposal.day-past': {
    status: 422,
    level: 'info',
    zh: '生效日期 {day} 不行：规则不溯及既往，今天是 {today}，请另选之后的日期重新提交。',
    en: 'It cannot hold from {day}: rules do not reach back and today is {today}; propose it with a later day.',
  },
  'rules.proposal.faulty': {
    status: 422,
    level: 'info',
    zh: '有 {count} 处写法读不懂，第一处在 {first}。请改好后再提交。',
    en: '{count} expressions cannot be read, the first in {first}. Mend them and propose it again.',
  },
  'rules.proposal.decision-gone': {
    status: 422,
    level: 'info',
    zh: '“{by}”要用决策“{decision}”，修订里没有它。请保留这个决策的名称。',
    en: '“{by}” asks for the decision “{decision}”, which the proposal no longer has; keep its name.',
  },
  'rules.proposal.fact-unknown': {
    status: 422,
    level: 'info',
    zh: '“{by}”提供不了新增的事实：{inputs}。请先在事项里说明它从哪里来。',
    en: '“{by}” cannot give the facts {inputs}; say in the matter first where they come from.',
  },
  'rules.proposal.own': {
    status: 403,
    level: 'info',
    zh: '自己提交的修订，须由另一人审批。',
    en: 'Another person has to decide on what you proposed.',
  },
  'rules.proposal.not-own': {
    status: 403,
    level: 'info',
    zh: '只有提交人可以撤回修订。',
    en: 'Only who proposed it may withdraw it.',
  },
  'rules.proposal.decided': {
    status: 409,
    level: 'info',
    zh: '这项修订已经有了结论，不能再改。另有变化请提交新的修订。',
    en: 'It has been decided; for another change propose another version.',
  },
})
