import { Upload } from 'antd'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './import.module.css'
import type { FileWizard } from './use-file-import.ts'
import type { ImportWizard } from './use-import.ts'

const words = {
  drop: ['点按选择表格，或把文件拖到这里', 'Choose a spreadsheet, or drop it here'],
  kinds: [
    'Excel、WPS 表格或 CSV，不超过 20 MB；Microsoft Project 另存的 XML，不超过 200 MB',
    'A spreadsheet or CSV, up to 20 MB; XML saved by Microsoft Project, up to 200 MB',
  ],
  busy: ['正在读取…', 'Reading…'],
  have: ['已经有计划表？直接用，下一步再对应列。', 'Have a plan already? Use it as it is: columns are matched next.'],
  template: ['没有？下载模板填写', 'None yet? Download the template'],
} as const

const accepted = '.xlsx,.xls,.csv,.xml'

type ChooseFileProps = { readonly wizard: ImportWizard; readonly files: FileWizard }

/** First step: the file, or the template to fill in. */
export function ChooseFile({ wizard, files }: ChooseFileProps) {
  const t = useWords(words)
  const isBusy = wizard.isBusy || files.isBusy
  const take = (file: File) => {
    if (/\.xml$/i.test(file.name)) files.choose(file)
    else wizard.choose(file)
    return false
  }
  return (
    <div className={css.step}>
      <p>{t.have}</p>
      <Upload.Dragger accept={accepted} showUploadList={false} beforeUpload={take} disabled={isBusy}>
        <div className={css.drop}>
          <Icon name="upload" size={28} />
          <p className={css.strong}>{isBusy ? t.busy : t.drop}</p>
          <p className={css.muted}>{t.kinds}</p>
        </div>
      </Upload.Dragger>
      <FailureMessage error={files.error ?? wizard.error} />
      <a href="/api/project-template.xlsx" download className={css.template}>
        <Icon name="download" size={18} /> {t.template}
      </a>
    </div>
  )
}
