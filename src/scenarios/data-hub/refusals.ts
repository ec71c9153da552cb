import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What the data hub may refuse. */
export const refusals = defineRefusals({
  'data-hub.catalogue.unreadable': {
    status: 422,
    level: 'info',
    zh: '“{file}”不是数据目录：需要含“数据目录”和“数据项”两张表的 Excel，或 JSON。没有写入任何内容。',
    en: '“{file}” is no catalogue: Excel with the sheets “数据目录” and “数据项”, or JSON, is needed. Nothing was written.',
  },
  'data-hub.catalogue.faulty': {
    status: 422,
    level: 'info',
    zh: '“{file}”里的数据集有问题，没有写入任何内容：{problems}。',
    en: 'The datasets of “{file}” have problems, and nothing was written: {problems}.',
  },
  'data-hub.catalogue.exists': {
    status: 409,
    level: 'info',
    zh: '{file} 已经存在，没有改动。请用 --name 另取一个名字。',
    en: '{file} is there already and was left as it is. Choose another --name.',
  },
  'data-hub.dataset.unknown': {
    status: 404,
    level: 'info',
    zh: '目录里没有“{dataset}”。',
    en: 'The catalogue has no dataset “{dataset}”.',
  },
  'data-hub.table.not-a-table': {
    status: 422,
    level: 'info',
    zh: '“{dataset}”由部门系统直接查询，不用导入表格。',
    en: '“{dataset}” is asked at the department’s own system; there is nothing to hand over.',
  },
  'data-hub.table.unreadable': {
    status: 422,
    level: 'info',
    zh: '读不了这个文件：请上传 Excel（.xlsx、.xls）或 CSV，不超过 20 MB、{rows} 行。没有保存任何内容。',
    en: 'The file cannot be read: upload Excel or CSV of at most 20 MB and {rows} rows. Nothing was saved.',
  },
  'data-hub.table.faulty': {
    status: 422,
    level: 'info',
    zh: '表格有 {faults} 处问题，一行也没有导入。请按列出的行、列改好后再导入。',
    en: 'The table has {faults} problems, and no row was taken over. Mend the rows and columns listed, then hand it over again.',
  },
  'data-hub.table.empty': {
    status: 422,
    level: 'info',
    zh: '表格里没有数据行，没有导入；原来的数据仍在使用。',
    en: 'The table has no rows. Nothing was taken over; the present one stays in use.',
  },
  'data-hub.table.older': {
    status: 409,
    level: 'info',
    zh: '现用的表格是 {asOf} 的数据，不能用更早的替换。',
    en: 'The present table tells of {asOf}; an older one does not replace it.',
  },
  'data-hub.grant.not-shared': {
    status: 409,
    level: 'info',
    zh: '“{dataset}”属于不予共享，不能授权给其他单位。',
    en: '“{dataset}” is not shared; nobody but its owner may be granted it.',
  },
  'data-hub.grant.field-unknown': {
    status: 422,
    level: 'info',
    zh: '目录里没有数据项“{field}”。',
    en: 'The dataset has no field “{field}”.',
  },
  'data-hub.grant.organisation-unknown': {
    status: 422,
    level: 'info',
    zh: '没有这个单位：{organisation}。请从名单里选择。',
    en: 'There is no unit {organisation}; choose one from the list.',
  },
  'data-hub.grant.time-wrong': {
    status: 422,
    level: 'info',
    zh: '授权从今天（{today}）起算，截止日期不能早于起始日期。',
    en: 'A grant begins today ({today}) at the earliest and ends no sooner than it begins.',
  },
  'data-hub.grant.ended': {
    status: 409,
    level: 'info',
    zh: '这项授权已经终止。',
    en: 'The grant has been ended already.',
  },
  'data-hub.dispute.nothing-brought': {
    status: 409,
    level: 'info',
    zh: '这次查询没有取得这一项数据，无从提出异议。',
    en: 'The look-up did not bring this field, so there is nothing to dispute.',
  },
  'data-hub.dispute.open': {
    status: 409,
    level: 'info',
    zh: '这一项数据已有异议正在核实，请等待答复。',
    en: 'This field is disputed already and being looked into.',
  },
  'data-hub.dispute.answered': {
    status: 409,
    level: 'info',
    zh: '这项异议已经答复，不能再次答复。',
    en: 'The dispute has been answered already.',
  },
  'data-hub.subject.number-wrong': {
    status: 422,
    level: 'info',
    zh: '号码不对：{fault}。请核对后再查。',
    en: 'The number is wrong: {fault}. Check it and try again.',
  },
})
