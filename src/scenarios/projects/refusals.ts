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
})
