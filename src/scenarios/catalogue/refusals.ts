import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What the analysis of catalogues may refuse. */
export const refusals = defineRefusals({
  'catalogue.file.unreadable': {
    ...{ status: 422, level: 'info' },
    zh: '“{file}”不是可以读取的表格。请上传 Excel 或 CSV 文件。',
    en: '“{file}” is no spreadsheet that can be read; bring an Excel or CSV file.',
  },
  'catalogue.columns.missing': {
    ...{ status: 422, level: 'info' },
    zh: '表格第一行缺少这些列：{columns}。请下载示例目录对照。',
    en: 'The first row lacks these columns: {columns}. Compare it with the example.',
  },
  'catalogue.row.wrong': {
    ...{ status: 422, level: 'info' },
    zh: '第 {row} 行不完整：事项名称、主管单位必填，年办件量应为数字。',
    en: 'Row {row} is not whole: it needs a name, an authority, and a number of cases.',
  },
})
