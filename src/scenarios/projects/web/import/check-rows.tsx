import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { Icon } from '#platform/web/parts/icon.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { ImportPreview, RowProblem } from '../../contract/import.ts'
import { DescribeProject } from './describe-project.tsx'
import { fieldWords } from './fields.ts'
import css from './import.module.css'
import { NodeTable } from './node-table.tsx'
import type { ImportWizard } from './use-import.ts'
import { useSheetCommand } from './use-import-command.ts'

const words = {
  wrong: [
    (count: number) => `有 ${count} 处问题，请在表格中改好后重新上传；没有导入任何内容。`,
    (count: number) => `${count} problems: mend them in the sheet and upload it again. Nothing was imported.`,
  ],
  right: [(nodes: number) => `全部 ${nodes} 行可以导入。`, (nodes: number) => `All ${nodes} rows can be imported.`],
  row: ['行', 'Row'],
  column: ['列', 'Column'],
  problem: ['问题', 'Problem'],
  whole: ['整行', 'Whole row'],
  again: ['重新上传', 'Upload again'],
  columns: ['改列的对应', 'Match columns'],
} as const

type CheckRowsProps = { readonly wizard: ImportWizard; readonly preview: ImportPreview }

/** Third step: what is wrong, row by row; or what the project will be, and its name. */
export function CheckRows({ wizard, preview }: CheckRowsProps) {
  const t = useWords(words)
  const wrong = preview.problems.length
  const others = (
    <>
      <Button look={wrong > 0 ? 'main' : 'plain'} onClick={() => wizard.goTo('file')}>
        {t.again}
      </Button>
      <Button onClick={() => wizard.goTo('columns')}>{t.columns}</Button>
    </>
  )
  return (
    <div className={css.step}>
      <p role="status" className={wrong > 0 ? css.wanting : css.fine}>
        <Icon name={wrong > 0 ? 'late' : 'check'} /> {wrong > 0 ? t.wrong(wrong) : t.right(preview.rows)}
      </p>
      {wrong > 0 ? (
        <>
          <ProblemTable problems={preview.problems} />
          <div className={css.buttons}>{others}</div>
        </>
      ) : (
        <>
          <DescribeSheet wizard={wizard} preview={preview} others={others} />
          <NodeTable nodes={preview.nodes} />
        </>
      )}
    </div>
  )
}

type DescribeSheetProps = CheckRowsProps & { readonly others: ReactNode }

function DescribeSheet({ wizard, preview, others }: DescribeSheetProps) {
  const make = useSheetCommand()
  const { reading } = wizard
  return (
    <DescribeProject
      suggested={preview.fileName.replace(/\.\w+$/, '')}
      isBusy={make.isPending}
      error={make.error}
      onMake={(named) => reading && make.mutate({ ...reading, mapping: preview.mapping, ...named })}
      others={others}
    />
  )
}

function ProblemTable({ problems }: Pick<ImportPreview, 'problems'>) {
  const t = useWords(words)
  const names = useWords(fieldWords)
  const language = useLanguage()
  const columns: TableColumnsType<RowProblem> = [
    { title: t.row, dataIndex: 'row', width: 72 },
    {
      title: t.column,
      width: 140,
      render: (_, { column, field }) => (field ? `${column} ${names[field]}` : t.whole),
    },
    { title: t.problem, dataIndex: language },
  ]
  return (
    <Table
      size="small"
      columns={columns}
      dataSource={[...problems]}
      rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
    />
  )
}
