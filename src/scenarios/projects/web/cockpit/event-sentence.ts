import type { LampColour } from '#platform/web/vocabulary/lamp.tsx'
import type { Language } from '#platform/web/words/words.ts'
import type { CockpitEvent } from '../../contract/cockpit.ts'

type Told = Pick<CockpitEvent, 'indicator' | 'what' | 'title' | 'unit' | 'project'>

/** What happened as a sentence. @example `县交通运输局“编制方案”转红灯（滞后）` */
export function sentenceOf(event: Told, language: Language): string {
  return language === 'zh' ? chinese(event) : english(event)
}

/** The lamp beside a sentence, where it is about one. */
export function markOf({ indicator, what }: Told): LampColour | undefined {
  return indicator === 'lamps.given' ? (what as LampColour) : undefined
}

const lampsZh: Readonly<Record<string, string>> = {
  red: '转红灯（滞后）',
  yellow: '转黄灯（出错）',
  blue: '转蓝灯（超前）',
}
const lampsEn: Readonly<Record<string, string>> = { red: 'turned red', yellow: 'turned yellow', blue: 'turned blue' }
const stepsZh: Readonly<Record<string, string>> = {
  started: '启动',
  paused: '暂停',
  resumed: '恢复推进',
  closed: '办结',
}
const rungsZh = ['一级', '二级', '三级']

function chinese({ indicator, what, title, unit }: Told): string {
  const who = unit?.organisationName ?? ''
  if (indicator === 'lamps.given') return `${who}“${title}”${lampsZh[what] ?? '换灯'}`
  if (indicator === 'nodes.finished') return `${who}“${title}”${what === 'true' ? '按期办结' : '逾期办结'}`
  if (indicator === 'obligations.climbing')
    return `${who}“${title}”升至${rungsZh[Number(what) - 1] ?? `${what} 级`}督办`
  return `项目“${title}”${stepsZh[what] ?? ''}`
}

function english({ indicator, what, title, unit }: Told): string {
  const who = unit?.organisationName ?? ''
  if (indicator === 'lamps.given') return `${who}: “${title}” ${lampsEn[what] ?? 'changed its lamp'}`
  if (indicator === 'nodes.finished') return `${who}: “${title}” finished ${what === 'true' ? 'on time' : 'late'}`
  if (indicator === 'obligations.climbing') return `${who}: “${title}” climbed to level ${what}`
  return `Project “${title}” ${what}`
}
