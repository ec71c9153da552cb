import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { FilePreview } from '../../contract/project-file.ts'
import { DescribeProject } from './describe-project.tsx'
import { FileFindings } from './file-findings.tsx'
import css from './import.module.css'
import { NameOwners } from './name-owners.tsx'
import { NodeTable } from './node-table.tsx'
import type { FileWizard } from './use-file-import.ts'
import { useFileCommand } from './use-import-command.ts'

const words = {
  right: [
    (tasks: number, links: number) => `可以导入：${tasks} 个任务，${links} 条链接，日期照文件保留。`,
    (tasks: number, links: number) => `It can be imported: ${tasks} tasks and ${links} links, with the file’s dates.`,
  ],
  wrong: ['这个文件现在不能导入，没有导入任何内容。', 'This file cannot be imported yet. Nothing was imported.'],
  span: [(from: string, to: string) => `${from} 至 ${to}`, (from: string, to: string) => `from ${from} to ${to}`],
  other: ['换个文件', 'Another file'],
} as const

type CheckFileProps = { readonly wizard: FileWizard; readonly preview: FilePreview }

/** What a file of a project program would become, what was changed or left out, who its resources are; and its name. */
export function CheckFile({ wizard, preview }: CheckFileProps) {
  const t = useWords(words)
  const dates = useDates()
  const make = useFileCommand()
  const isWrong = preview.notes.some(({ problem }) => problem)
  const others = <Button onClick={wizard.leave}>{t.other}</Button>
  return (
    <div className={css.wizard}>
      <div className={css.step}>
        <p role="status" className={isWrong ? css.wanting : css.fine}>
          <Icon name={isWrong ? 'late' : 'check'} /> {isWrong ? t.wrong : t.right(preview.tasks, preview.links)}
        </p>
        <p className={css.muted}>
          {preview.fileName}
          {preview.start && preview.finish && ` · ${t.span(dates.day(preview.start), dates.day(preview.finish))}`}
        </p>
        <FileFindings preview={preview} />
        <NameOwners wizard={wizard} preview={preview} />
        <FailureMessage error={wizard.error} />
        {isWrong ? (
          <div className={css.buttons}>{others}</div>
        ) : (
          <DescribeProject
            suggested={preview.title}
            isBusy={make.isPending}
            error={make.error}
            onMake={(named) => make.mutate({ file: wizard.file, owners: [...wizard.owners], ...named })}
            others={others}
          />
        )}
      </div>
      {!isWrong && <NodeTable nodes={preview.nodes} />}
    </div>
  )
}
