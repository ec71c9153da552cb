import { InputNumber, Select } from 'antd'
import { useWords } from '#platform/web/words/words.ts'
import type { ImportPreview } from '../../contract/import.ts'
import css from './import.module.css'
import type { ImportWizard } from './use-import.ts'

const words = {
  sheet: ['工作表', 'Sheet'],
  headingRow: ['表头在第几行', 'Heading row'],
  rows: [
    (name: string, rows: number) => `${name}，${rows} 行`,
    (name: string, rows: number) => `${name}, ${rows} rows`,
  ],
} as const

type SheetChoiceProps = { readonly wizard: ImportWizard; readonly preview: ImportPreview }

/** Which sheet of the file, and where its headings are. */
export function SheetChoice({ wizard, preview }: SheetChoiceProps) {
  const t = useWords(words)
  const { file } = wizard.reading ?? {}
  const readSheet = (sheet: string) => file && wizard.readAgain({ sheet, headingRow: undefined, mapping: undefined })
  const readFrom = (headingRow: number | null) =>
    headingRow && headingRow !== preview.headingRow && wizard.readAgain({ headingRow, mapping: undefined })
  return (
    <div className={css.reading}>
      <span className={css.muted}>{t.rows(preview.fileName, preview.rows)}</span>
      {preview.sheets.length > 1 && (
        <span className={css.inline}>
          {t.sheet}
          <Select
            aria-label={t.sheet}
            className={css.select ?? ''}
            value={preview.sheet}
            onChange={readSheet}
            options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          />
        </span>
      )}
      <span className={css.inline}>
        {t.headingRow}
        <InputNumber
          aria-label={t.headingRow}
          min={1}
          max={50}
          value={preview.headingRow}
          onChange={readFrom}
          changeOnBlur
        />
      </span>
    </div>
  )
}
