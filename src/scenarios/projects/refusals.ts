import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What the projects scenario may refuse. */
export const refusals = defineRefusals({
  'projects.node.evidence-missing': {
    status: 422,
    level: 'info',
    zh: '提交成果须附至少一份材料（照片或文件）。',
    en: 'A submission needs at least one piece of evidence, a photograph or a file.',
  },
  'projects.node.evidence-unknown': {
    status: 422,
    level: 'info',
    zh: '所附材料不存在或不是您上传的，请重新上传。',
    en: 'The evidence does not exist or is not yours; upload it again.',
  },
  'projects.node.own-acceptance': {
    status: 403,
    level: 'warn',
    zh: '不能验收自己负责的节点，请由牵头单位的其他人验收。',
    en: 'Nobody accepts a node of their own; another person of the lead unit must.',
  },
  'projects.project.not-draft': {
    status: 409,
    level: 'info',
    zh: '项目“{project}”已经启动，不能再次启动。',
    en: 'The project “{project}” has started already.',
  },
  'projects.project.not-running': {
    status: 409,
    level: 'info',
    zh: '项目“{project}”尚未启动，请牵头单位先启动。',
    en: 'The project “{project}” has not started; its lead unit must start it first.',
  },
  'projects.figure.unknown': {
    status: 404,
    level: 'info',
    zh: '没有“{indicator}”这项指标，请从指挥舱点开数字查看明细。',
    en: 'There is no indicator {indicator}; open the records from a figure of the cockpit.',
  },
  'projects.appeal.open': {
    status: 409,
    level: 'info',
    zh: '对这盏灯的异议已在办理中（{appealedAt} 提出），请等待答复。',
    en: 'An objection to this lamp, made on {appealedAt}, is being handled.',
  },
  'projects.appeal.closed': {
    status: 409,
    level: 'info',
    zh: '这项异议已经答复，不能再次答复。',
    en: 'This objection has been answered already.',
  },
  'projects.import.unreadable': {
    status: 422,
    level: 'info',
    zh: '文件“{file}”无法识别，请上传 .xlsx、.xls 或 .csv 表格；没有导入任何内容。',
    en: 'The file “{file}” is not a spreadsheet that can be read (.xlsx, .xls, .csv). Nothing was imported.',
  },
  'projects.import.too-large': {
    status: 413,
    level: 'info',
    zh: '表格太大（上限 {limitMegabytes} MB、{limitRows} 行），请拆分后再导入；没有导入任何内容。',
    en: 'The sheet is too large (at most {limitMegabytes} MB and {limitRows} rows). Nothing was imported.',
  },
  'projects.import.rules-missing': {
    status: 409,
    level: 'warn',
    zh: '本县数据包还没有{rules}，请智慧办补充后再导入；没有导入任何内容。',
    en: 'The county pack has no {rules} yet; the hub must add them first. Nothing was imported.',
  },
  'projects.import.empty': {
    status: 422,
    level: 'info',
    zh: '表格中没有可导入的内容：找不到表头或数据行。',
    en: 'The sheet holds nothing to import: no heading row, or no rows below it.',
  },
  'projects.import.rows-invalid': {
    status: 422,
    level: 'info',
    zh: '表格中有 {count} 处问题，请逐条修改后重新上传；没有导入任何内容。',
    en: 'The sheet has {count} problems; mend them and upload it again. Nothing was imported.',
  },
  'projects.import.columns-missing': {
    status: 422,
    level: 'info',
    zh: '还有必填列没有对应：{columns}。',
    en: 'Required columns are not matched yet: {columns}.',
  },
  'projects.file.unreadable': {
    status: 422,
    level: 'info',
    zh: '文件“{file}”不是可以读取的 Project XML（第 {line} 行：{detail}）；没有导入任何内容。请在 Project 中“另存为 XML”后再上传。',
    en: 'The file “{file}” is not readable Project XML (line {line}: {detail}). Nothing was imported; save it as XML in Project and upload it again.',
  },
  'projects.file.entities': {
    status: 422,
    level: 'warn',
    zh: '文件“{file}”带有文档类型或实体声明，这不是 Project 写出的内容，为安全起见不读取；没有导入任何内容。',
    en: 'The file “{file}” declares a document type or entities, which Project never writes; it is not read for safety. Nothing was imported.',
  },
  'projects.file.encoding': {
    status: 422,
    level: 'info',
    zh: '文件“{file}”的内容与声明的编码“{encoding}”不符，也不是 GB 18030；没有导入任何内容。请重新另存为 XML。',
    en: 'The file “{file}” is neither in the encoding that it names, “{encoding}”, nor in GB 18030. Nothing was imported; save it as XML again.',
  },
  'projects.file.truncated': {
    status: 422,
    level: 'info',
    zh: '文件“{file}”在第 {line} 行中断，不完整；没有导入任何内容。请重新导出或上传。',
    en: 'The file “{file}” ends in the middle, at line {line}. Nothing was imported; export or upload it again.',
  },
  'projects.file.not-a-project': {
    status: 422,
    level: 'info',
    zh: '文件“{file}”是 XML，但不是 Project 的（根元素是“{root}”）；没有导入任何内容。',
    en: 'The file “{file}” is XML, but not Project’s (its root is “{root}”). Nothing was imported.',
  },
  'projects.file.too-large': {
    status: 413,
    level: 'info',
    zh: '文件太大（上限 {limitMegabytes} MB、{limitTasks} 个任务）；没有导入任何内容。请拆分项目后再导入。',
    en: 'The file is too large (at most {limitMegabytes} MB and {limitTasks} tasks). Nothing was imported; divide the project.',
  },
  'projects.file.invalid': {
    status: 422,
    level: 'info',
    zh: '文件不能导入：{problems}；没有导入任何内容。',
    en: 'The file cannot be imported: {problems}. Nothing was imported.',
  },
  'projects.file.owner-unknown': {
    status: 422,
    level: 'info',
    zh: '为资源“{resource}”指定的单位或人员不存在或不在该单位任职，请重新选择；没有导入任何内容。',
    en: 'The unit or person given for the resource “{resource}” does not exist or holds no post there. Nothing was imported; choose again.',
  },
})
