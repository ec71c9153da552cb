import { tell } from '#platform/contract/refusal-registry.ts'

/** Where something stands in a county pack; lines and columns count from 1. */
export type PackPlace = { readonly file: string; readonly line: number; readonly column: number }

/** What is wrong with a county pack, and where. */
export type PackProblem = PackPlace & {
  readonly code: PackProblemCode
  readonly facts: PackFacts
  readonly zh: string
  readonly en: string
}

export type PackFacts = Readonly<Record<string, string | number>>

/** Everything that may be wrong with a county pack. Codes are stable. */
export const packProblems = {
  'county.pack.missing': {
    zh: '找不到 {file}；县域包须有 county.yaml、roles.yaml、organisations/ 和 posts/。',
    en: '{file} is missing; a county pack needs county.yaml, roles.yaml, organisations/ and posts/.',
  },
  'county.file.unknown': {
    zh: '县域包没有 {file} 这个文件，请核对文件名。',
    en: 'A county pack has no file {file}; check its name.',
  },
  'county.file.large': {
    zh: '文件超过 {limitMegabytes} MB。',
    en: 'The file is larger than {limitMegabytes} MB.',
  },
  'county.file.encoding': {
    zh: '文件不是 UTF-8 编码，请另存为 UTF-8。',
    en: 'The file is not UTF-8; save it as UTF-8.',
  },
  'county.yaml.invalid': { zh: 'YAML 写法有误：{reason}', en: 'The YAML cannot be read: {reason}' },
  'county.field.unknown': { zh: '没有“{field}”这一项。', en: 'There is no field “{field}”.' },
  'county.field.invalid': { zh: '“{field}”不符合要求：{reasonZh}', en: '“{field}” does not fit: {reasonEn}' },
  'county.name.forbidden': {
    zh: '名称不能为空、不能超过 100 字，首尾不能有空格，也不能含 < > 等标记或控制字符。',
    en: 'A name has 1 to 100 characters, no blanks at its ends, no mark-up such as < or >, no control characters.',
  },
  'county.id.invalid': {
    zh: '编号只能用小写字母、数字和连字符，最多 40 个字符。',
    en: 'An id has at most 40 lower case letters, digits and hyphens.',
  },
  'county.id.duplicate': { zh: '“{id}”已在 {first} 用过。', en: '“{id}” is used already at {first}.' },
  'county.name.duplicate': {
    zh: '同一上级之下已有“{name}”（{first}）。',
    en: 'There is a “{name}” under the same parent already ({first}).',
  },
  'county.reference.unknown': { zh: '找不到{kindZh}“{id}”。', en: 'There is no {kindEn} “{id}”.' },
  'county.rule.missing': { zh: '找不到规则文件 {file}。', en: 'The rule document {file} is missing.' },
  'county.rule.unused': {
    zh: '规则文件 {file} 没有写进 rules.yaml，不会生效。',
    en: 'The rule document {file} is not in rules.yaml and would never hold.',
  },
  'county.rule.invalid': { zh: '规则模型读不了：{reasonZh}', en: 'The decision model cannot be read: {reasonEn}' },
  'county.rule.expression': {
    zh: '决策“{decision}”的表达式写法有误：{text}',
    en: 'The decision “{decision}” has an expression that cannot be read: {text}',
  },
  'county.rule.row': {
    zh: '决策“{decision}”第 {row} 行写法有误：{text}',
    en: 'Row {row} of the decision “{decision}” cannot be read: {text}',
  },
  'county.rule.decision': {
    zh: '规则模型“{model}”里没有决策“{decision}”。',
    en: 'The decision model “{model}” has no decision “{decision}”.',
  },
  'county.rule.fact': {
    zh: '决策“{decision}”需要事实“{input}”，事项没有说明它从哪里来。',
    en: 'The decision “{decision}” needs the fact “{input}”; the matter does not say where it comes from.',
  },
  'county.organisation.root': {
    zh: '机构树须有且只有一个没有上级的机构，现有 {count} 个。',
    en: 'Exactly one organisation has no parent; here there are {count}.',
  },
  'county.organisation.absorbed': {
    zh: '机构 {unit} 写为并入别的机构，就不能仍在机构名单里，也不能并入两处。',
    en: '{unit} is merged into another unit: it cannot stand among the organisations, nor be merged twice.',
  },
  'county.organisation.cycle': {
    zh: '机构上下级成环：{path}。',
    en: 'The organisations form a cycle: {path}.',
  },
  'county.division.code': {
    zh: '区划代码“{code}”应为 {digits} 位数字，并以上级代码 {parent} 开头。',
    en: 'The division code “{code}” should have {digits} digits and begin with its parent’s, {parent}.',
  },
  'county.permission.unknown': {
    zh: '没有“{permission}”这项权限。',
    en: 'There is no permission “{permission}”.',
  },
  'county.permission.foreign': {
    zh: '角色“{role}”不能有权限“{permission}”：系统、安全、审计三员与业务岗位的权限必须分开。',
    en: 'The role “{role}” may not hold “{permission}”: administrators and business posts are kept apart.',
  },
  'county.administrator.mixed': {
    zh: '岗位“{post}”把管理员角色与其他角色合在一起；三员岗位只能有一个角色。',
    en: 'The post “{post}” mixes an administrator with another role; such a post has one role only.',
  },
  'county.administrator.twice': {
    zh: '“{person}”同时担任 {first} 和 {second}；三员不得兼任。',
    en: '“{person}” holds both {first} and {second}; no one holds two of the three administrators.',
  },
  'county.post.seats': {
    zh: '岗位“{post}”只有 {seats} 个名额，却安排了 {count} 人。',
    en: 'The post “{post}” has {seats} seats, but {count} people are put in it.',
  },
  'county.settings.loosened': {
    zh: '“{field}”为 {value}，比等保三级的限值 {limit} 宽松或超出合理范围；只能更严。',
    en: '“{field}” is {value}: laxer than the level 3 limit {limit}, or out of bounds. It may only be stricter.',
  },
  'county.matter.step': { zh: '本事项没有步骤“{id}”。', en: 'The matter has no step “{id}”.' },
  'county.matter.material': { zh: '本事项没有材料“{id}”。', en: 'The matter has no material “{id}”.' },
  'county.matter.form': { zh: '本事项的表单没有“{id}”这一项。', en: 'The form of the matter has no field “{id}”.' },
  'county.matter.outcome': { zh: '本事项没有结果“{id}”。', en: 'The matter has no outcome “{id}”.' },
  'county.matter.loop': {
    zh: '步骤“{id}”等待的步骤又在等它，永远开不了；请去掉其中一个先后关系。',
    en: 'The step “{id}” waits for steps that wait for it, so it can never open; take one of the links out.',
  },
  'county.matter.decider': {
    zh: '事项“{id}”没有作出决定的步骤（decides），也不是即时决定。',
    en: 'Nobody decides the matter “{id}”: name a step that does (decides), or a table that decides at once.',
  },
  'county.matter.twice': { zh: '“{id}”在本事项里出现了两次。', en: '“{id}” is there twice in the matter.' },
  'county.matter.certificate': {
    zh: '证照“{id}”必填的数据项“{field}”没有来源，办成了也发不出证；请在 values 中写明从哪里来。',
    en: 'Nothing gives the field “{field}” that the certificate “{id}” needs, so it could not be issued: name a source in values.',
  },
  'county.matter.certificate-stray': {
    zh: '证照“{id}”没有数据项“{field}”，写在 values 中也不会印上证照；请从 values 中删去，或者给证照加上这一项。',
    en: 'The certificate “{id}” has no field “{field}”, so that it would stand nowhere: take it out of values, or give it to the certificate.',
  },
  'county.demo.forbidden': {
    zh: '只有演示县（county.yaml 中 demo: true）可以有 demo/ 文件夹。',
    en: 'Only a demonstration county (demo: true in county.yaml) may have a demo/ folder.',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>

export type PackProblemCode = keyof typeof packProblems

/** A problem with its sentences in both languages. */
export function packProblem(code: PackProblemCode, place: PackPlace, facts: PackFacts = {}): PackProblem {
  const told = { file: place.file, ...facts }
  const { file, line, column } = place
  const { zh, en } = packProblems[code]
  return { file, line, column, code, facts, zh: tell(zh, told), en: tell(en, told) }
}
