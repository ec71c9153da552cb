import type { Language } from './words.ts'

/**
 * An amount of working time in words, rounded down to two units: `2 个工作日 3 小时`.
 * @param minutes working minutes, not negative
 * @param minutesPerDay working minutes of one day
 */
export function tellWorkingTime(minutes: number, minutesPerDay: number, language: Language): string {
  const days = Math.floor(minutes / minutesPerDay)
  const hours = Math.floor((minutes % minutesPerDay) / 60)
  const rest = Math.floor(minutes % minutesPerDay) % 60
  const parts = [days > 0 && tellUnit(days, 'day', language), hours > 0 && tellUnit(hours, 'hour', language)]
  if (days === 0 && (rest > 0 || hours === 0)) parts.push(tellUnit(rest, 'minute', language))
  return parts.filter(Boolean).join(' ')
}

const units = {
  day: { zh: '个工作日', en: ['working day', 'working days'] },
  hour: { zh: '小时', en: ['hour', 'hours'] },
  minute: { zh: '分钟', en: ['minute', 'minutes'] },
} as const

function tellUnit(count: number, unit: keyof typeof units, language: Language): string {
  if (language === 'zh') return `${count} ${units[unit].zh}`
  return `${count} ${units[unit].en[count === 1 ? 0 : 1]}`
}
