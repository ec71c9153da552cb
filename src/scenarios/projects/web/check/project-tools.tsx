import { useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ProjectDetail } from '../../contract/views.ts'
import css from './check.module.css'
import { CheckSummary } from './check-summary.tsx'
import { PlanCheckView } from './plan-check.tsx'

const words = {
  check: ['计划检查', 'Plan check'],
  excel: ['导出 Excel', 'Export to Excel'],
  xml: ['导出 Project', 'Export to Project'],
  excelHint: ['可改好再导入的表格', 'A spreadsheet that can be imported again'],
  xmlHint: ['Microsoft Project XML，日期不变', 'Microsoft Project XML with the same dates'],
} as const

/** What can be done with a plan beside working on it: check it while it can be changed, take it elsewhere. A draft says at once how sound it is. */
export function ProjectTools({ project }: { readonly project: ProjectDetail }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const isDraft = project.state === 'draft' || project.state === 'proposed'
  const isOver = project.state === 'closed' || project.state === 'archived'
  return (
    <div className={css.tools}>
      {isDraft && <CheckSummary project={project.project} />}
      <span className={css.buttons}>
        {isOver || (
          <Button onClick={() => setOpen(true)}>
            <Icon name="check" size={18} /> {t.check}
          </Button>
        )}
        <Download href={`/api/projects/${project.project}/export.xlsx`} label={t.excel} hint={t.excelHint} />
        <Download href={`/api/projects/${project.project}/export.xml`} label={t.xml} hint={t.xmlHint} />
      </span>
      {isOpen && (
        <Panel title={t.check} onClose={() => setOpen(false)}>
          <PlanCheckView project={project} />
        </Panel>
      )}
    </div>
  )
}

type DownloadProps = { readonly href: string; readonly label: string; readonly hint: string }

function Download({ href, label, hint }: DownloadProps) {
  return (
    <a href={href} download className={css.download} title={hint}>
      <Icon name="download" size={18} /> {label}
    </a>
  )
}
