import { Select } from 'antd'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { type ImportPreview, type Mapping, type PlanField, planFields } from '../../contract/import.ts'
import { cellDate } from '../../domain/import/cell-date.ts'
import { columnLetter, fieldWords } from './fields.ts'
import css from './import.module.css'
import { SheetChoice } from './sheet-choice.tsx'
import type { ImportWizard } from './use-import.ts'

const words = {
  lead: [
    '每一列是什么？系统已按表头猜好，不对的请改。',
    'What is each column? Guessed from the headings: mend what is wrong.',
  ],
  missing: [(names: string) => `还缺必填列：${names}`, (names: string) => `Still missing: ${names}`],
  complete: ['必填列已齐', 'All required columns are there'],
  skip: ['不导入', 'Leave out'],
  column: [
    (letter: string, heading: string) => `${letter} 列 ${heading}`,
    (letter: string, heading: string) => `Column ${letter} ${heading}`,
  ],
  check: ['检查全部行', 'Check all rows'],
  other: ['换个文件', 'Another file'],
} as const

type StepProps = { readonly wizard: ImportWizard; readonly preview: ImportPreview }

/** Second step: which column is what, with the first rows in sight. */
export function MatchColumns({ wizard, preview }: StepProps) {
  const t = useWords(words)
  const names = useWords(fieldWords)
  const missing = preview.missing.map((field) => names[field]).join('、')
  return (
    <div className={css.step}>
      <p>{t.lead}</p>
      <SheetChoice wizard={wizard} preview={preview} />
      <SampleTable wizard={wizard} preview={preview} />
      <p role="status" className={missing ? css.wanting : css.muted}>
        {missing ? t.missing(missing) : t.complete}
      </p>
      <FailureMessage error={wizard.error} />
      <div className={css.buttons}>
        <Button
          look="main"
          busy={wizard.isBusy}
          disabled={missing !== ''}
          onClick={() => wizard.readAgain({ mapping: preview.mapping }, () => wizard.goTo('rows'))}
        >
          {t.check}
        </Button>
        <Button onClick={() => wizard.goTo('file')}>{t.other}</Button>
      </div>
    </div>
  )
}

function SampleTable({ wizard, preview }: StepProps) {
  const { plannedStart, deadline } = preview.mapping
  const isDay = (column: number) => column === plannedStart || column === deadline
  return (
    <div className={css.scroll}>
      <table className={css.sheet}>
        <thead>
          <tr>
            {preview.headings.map((heading, column) => (
              <th key={columnLetter(column)} scope="col">
                <ColumnChoice column={column} heading={heading} wizard={wizard} preview={preview} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sheet are known by their place
            <tr key={row}>
              {preview.headings.map((_, column) => (
                <td key={columnLetter(column)} title={cells[column]}>
                  {isDay(column) ? tellDay(cells[column] ?? '') : cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ColumnChoiceProps = StepProps & { readonly column: number; readonly heading: string }

function ColumnChoice({ column, heading, wizard, preview }: ColumnChoiceProps) {
  const t = useWords(words)
  const names = useWords(fieldWords)
  const field = planFields.find((known) => preview.mapping[known] === column)
  const choose = (next: PlanField | '') => wizard.readAgain({ mapping: remapped(preview.mapping, column, next) })
  return (
    <>
      <span className={css.heading} title={heading}>
        {t.column(columnLetter(column), heading)}
      </span>
      <Select<PlanField | ''>
        aria-label={t.column(columnLetter(column), heading)}
        className={css.select ?? ''}
        value={field ?? ''}
        onChange={choose}
        disabled={wizard.isBusy}
        options={[{ value: '', label: t.skip }, ...planFields.map((known) => ({ value: known, label: names[known] }))]}
      />
    </>
  )
}

/** A day as it will be read, since a spreadsheet may hold it as a number; what is no day stays as it is written. */
function tellDay(cell: string): string {
  const read = cellDate(cell)
  return read.kind === 'date' ? read.date : cell
}

function remapped(mapping: Mapping, column: number, next: PlanField | ''): Mapping {
  const rest = Object.entries(mapping).filter(([field, at]) => at !== column && field !== next)
  return Object.fromEntries(next === '' ? rest : [...rest, [next, column]])
}
