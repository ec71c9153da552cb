import { Steps } from 'antd'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Antd } from '#platform/web/theme/antd.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { CheckFile } from './import/check-file.tsx'
import { CheckRows } from './import/check-rows.tsx'
import { ChooseFile } from './import/choose-file.tsx'
import css from './import/import.module.css'
import { MatchColumns } from './import/match-columns.tsx'
import { useFileImport } from './import/use-file-import.ts'
import { useImport } from './import/use-import.ts'

const words = {
  title: ['导入项目计划', 'Import a plan'],
  lead: [
    '把手头的推进计划表或 Project 文件变成项目草稿。全部正确才会导入，不会只导一半。',
    'Turns the plan or the Project file that you have into a draft. All of it is imported or none.',
  ],
  projects: ['全部项目', 'All projects'],
  file: ['选择文件', 'File'],
  columns: ['对应列', 'Columns'],
  rows: ['检查并导入', 'Check and import'],
} as const

/** The wizard that makes a draft project of a spreadsheet. */
export function Page() {
  const t = useWords(words)
  return (
    <PageFrame title={t.title} lead={t.lead} back={{ to: '/projects', label: t.projects }}>
      <Antd>
        <Wizard />
      </Antd>
    </PageFrame>
  )
}

function Wizard() {
  const t = useWords(words)
  const wizard = useImport()
  const files = useFileImport()
  if (files.preview) return <CheckFile wizard={files} preview={files.preview} />
  return (
    <div className={css.wizard}>
      <Steps
        size="small"
        responsive={false}
        current={['file', 'columns', 'rows'].indexOf(wizard.step)}
        items={[{ title: t.file }, { title: t.columns }, { title: t.rows }]}
      />
      {wizard.step === 'file' && <ChooseFile wizard={wizard} files={files} />}
      {wizard.step === 'columns' && wizard.preview && <MatchColumns wizard={wizard} preview={wizard.preview} />}
      {wizard.step === 'rows' && wizard.preview && <CheckRows wizard={wizard} preview={wizard.preview} />}
    </div>
  )
}
