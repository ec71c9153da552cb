import { Icon, type IconName } from '#platform/web/parts/icon.tsx'
import type { PlanFinding } from '../../contract/check.ts'

/** How grave a finding is, in words. */
export const severityWords = {
  blocking: ['必须改', 'Must be mended'],
  warning: ['提醒', 'Warning'],
  hint: ['提示', 'Hint'],
} as const

type Severity = PlanFinding['severity']

const icons: Readonly<Record<Severity, IconName>> = { blocking: 'close', warning: 'late', hint: 'info' }

/** Its sign; a word stands beside it. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return <Icon name={icons[severity]} size={16} />
}
