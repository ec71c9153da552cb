import { Upload } from 'antd'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useWords } from '#platform/web/words/words.ts'
import css from './import.module.css'
import type { ImportWizard } from './use-import.ts'

const words = {
  drop: ['点按选择表格，或把文件拖到这里', 'Choose a spreadsheet, or drop it here'],
  kinds: ['.xlsx、.xls 或 .csv，不超过 20 MB', '.xlsx, .xls or .csv, up to 20 MB'],
  busy: ['正在读取…', 'Reading…'],
  have: ['已经有计划表？直接用，下一步再对应列。', 'Have a plan already? Use it as it is: columns are matched next.'],
  template: ['没有？下载模板填写', 'None yet? Download the template'],
} as const

const accepted = '.xlsx,.xls,.csv'

/** First step: the file, or the template to fill in. */
export function ChooseFile({ wizard }: { readonly wizard: ImportWizard }) {
  const t = useWords(words)
  const take = (file: File) => {
    wizard.choose(file)
    return false
  }
  return (
    <div className={css.step}>
      <p>{t.have}</p>
      <Upload.Dragger accept={accepted} showUploadList={false} beforeUpload={take} disabled={wizard.isBusy}>
        <div className={css.drop}>
          <Icon name="upload" size={28} />
          <p className={css.strong}>{wizard.isBusy ? t.busy : t.drop}</p>
          <p className={css.muted}>{t.kinds}</p>
        </div>
      </Upload.Dragger>
      <FailureMessage error={wizard.error} />
      <a href="/api/project-template.xlsx" download className={css.template}>
        <Icon name="download" size={18} /> {t.template}
      </a>
    </div>
  )
}
