/** Where a case stands. */
export const stateWords = {
  gathering: ['正在核验数据', 'Gathering data'],
  handling: ['办理中', 'At work'],
  granted: ['已办结：准予', 'Granted'],
  rejected: ['已办结：不予办理', 'Rejected'],
  withdrawn: ['已撤回', 'Withdrawn'],
} as const

/** By which door it came. */
export const channelWords = {
  phone: ['手机', 'Phone'],
  window: ['综合窗口', 'Window'],
  television: ['电视', 'Television'],
  helper: ['代办', 'Helper'],
  unit: ['机关内部', 'Unit'],
} as const satisfies Record<string, readonly [string, string]>

/** Where a step stands. */
export const stepWords = {
  waiting: ['等待前一步', 'Waiting'],
  open: ['办理中', 'Open'],
  correcting: ['等待补正', 'Correction asked'],
  done: ['已办完', 'Done'],
  refused: ['不予通过', 'Refused'],
  dropped: ['不再需要', 'Not needed'],
} as const

/** Where a material stands. */
export const materialWords = {
  wanted: ['等待核验', 'Wanted'],
  brought: ['数据已核验', 'Brought by data'],
  absent: ['核验为无记录', 'No record'],
  supplied: ['申请人提供', 'Supplied'],
} as const

/** A word of a table by a key that the server gave. */
export function wordOf(
  table: Readonly<Record<string, readonly [string, string]>>,
  key: string,
  language: string,
): string {
  return table[key]?.[language === 'zh' ? 0 : 1] ?? key
}
