import type { Health } from '../contract/parts.ts'
import type { LookUpState, Sensitivity } from '../contract/words.ts'

type Words<K extends string> = Readonly<Record<K, readonly [string, string]>>

/** How a dataset is shared, in the words of the regulation. */
export const sharingWords: Words<'unconditional' | 'conditional' | 'not-shared'> = {
  unconditional: ['无条件共享', 'Shared without condition'],
  conditional: ['有条件共享', 'Shared on condition'],
  'not-shared': ['不予共享', 'Not shared'],
}

export const sensitivityWords: Words<Sensitivity> = {
  public: ['公开', 'Public'],
  internal: ['内部', 'Internal'],
  personal: ['个人信息', 'Personal'],
  sensitive: ['敏感个人信息', 'Sensitive personal'],
}

/** How whoever holds it has been answering. */
export const healthWords: Words<Health['state']> = {
  well: ['应答正常', 'Answering'],
  failing: ['应答异常', 'Failing'],
  'left-alone': ['暂停询问', 'Left alone'],
  untried: ['尚未询问', 'Not asked yet'],
  'handed-over': ['已导入', 'Handed over'],
  'not-handed-over': ['未导入', 'Nothing handed over'],
}

/** How a look-up stands. */
export const stateWords: Words<LookUpState> = {
  asking: ['询问中', 'Asking'],
  waiting: ['等待部门', 'Waiting'],
  answered: ['已取得', 'Answered'],
  'not-found': ['无记录', 'No record'],
  wrong: ['答复有误', 'Wrong answer'],
  'gave-up': ['未取得', 'Given up'],
  refused: ['已拒绝', 'Refused'],
}

/** Why it stands so. */
export const reasonWords: Readonly<Record<string, readonly [string, string]>> = {
  timeout: ['部门超时未答', 'No answer in time'],
  unreachable: ['部门系统连不上', 'The department cannot be reached'],
  failing: ['部门系统出错', 'The department’s system failed'],
  refused: ['部门系统拒绝了平台', 'The department turned us away'],
  'left-alone': ['连续失败，暂停询问', 'Left alone after failures in a row'],
  'no-address': ['没有配置地址', 'No address is configured'],
  'forbidden-host': ['地址不允许', 'The address is not allowed'],
  'no-table': ['单位还没有导入表格', 'No table was handed over'],
  unreadable: ['答复无法识别', 'The answer cannot be read'],
  'field-missing': ['答复缺少数据项', 'A field is missing from the answer'],
  'value-invalid': ['答复的值不符合字典', 'A value is not what the dictionary says'],
  'another-person': ['答复的是别人', 'The answer is about somebody else'],
  'several-records': ['同一人有两条不同记录', 'Two records of one person differ'],
  'no-grant': ['没有授权', 'No grant'],
  'not-shared': ['不予共享', 'Not shared'],
  'field-not-granted': ['数据项未授权', 'A field was not granted'],
  'grant-ended': ['授权已到期', 'The grant is over'],
  'consent-missing': ['没有本人同意', 'No consent of the person'],
  'consent-ended': ['本人同意已到期', 'The consent has ended'],
  'consent-withdrawn': ['本人撤回了同意', 'The consent was withdrawn'],
  'dataset-unknown': ['目录里没有', 'Not in the catalogue'],
  'dataset-gone': ['目录已取消', 'The dataset is gone'],
}

/** Why a look-up stands so; of a wrong answer the field stands behind a colon. */
export function reasonOf(reason: string | null, language: 0 | 1): string | undefined {
  if (reason === null) return undefined
  const [why = '', field] = reason.split(':')
  const told = reasonWords[why]?.[language] ?? why
  return field === undefined ? told : `${told} (${field})`
}

export const wayWords: Words<'table' | 'sql' | 'http'> = {
  table: ['导入表格', 'Table handed over'],
  sql: ['查询部门数据库', 'The department’s database'],
  http: ['部门接口', 'The department’s interface'],
}

export const updateWords: Readonly<Record<string, readonly [string, string]>> = {
  'real-time': ['实时', 'Real time'],
  daily: ['每日', 'Daily'],
  weekly: ['每周', 'Weekly'],
  monthly: ['每月', 'Monthly'],
  quarterly: ['每季度', 'Quarterly'],
  yearly: ['每年', 'Yearly'],
}

export const grantStateWords: Words<'holds' | 'later' | 'over' | 'ended'> = {
  holds: ['有效', 'Holds'],
  later: ['未生效', 'Later'],
  over: ['已到期', 'Over'],
  ended: ['已终止', 'Ended'],
}

export const groundWords: Words<'law' | 'consent'> = {
  law: ['依法', 'By law'],
  consent: ['须本人同意', 'With consent'],
}

export const faultWords: Words<'column-missing' | 'value-missing' | 'value-invalid' | 'twice'> = {
  'column-missing': ['缺少这一列', 'The column is missing'],
  'value-missing': ['没有填写', 'Nothing is written'],
  'value-invalid': ['填写不符合要求', 'The value does not fit'],
  twice: ['同一人出现两次', 'The same person twice'],
}

export const typeWords: Readonly<Record<string, readonly [string, string]>> = {
  text: ['文本', 'Text'],
  integer: ['整数', 'Whole number'],
  decimal: ['数值', 'Number'],
  money: ['金额', 'Amount'],
  date: ['日期', 'Date'],
  boolean: ['是否', 'Yes or no'],
  code: ['代码', 'Code'],
  'identity-number': ['身份号码', 'Identity number'],
  'credit-code': ['信用代码', 'Credit code'],
  phone: ['电话', 'Phone'],
  'bank-card': ['银行卡号', 'Bank card'],
  'bank-account': ['银行账号', 'Bank account'],
}
