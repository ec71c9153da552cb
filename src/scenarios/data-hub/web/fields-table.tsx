import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { DatasetDetail } from '../contract/routes/catalogue.ts'
import { sensitivities } from '../contract/words.ts'
import css from './data.module.css'
import { sensitivityWords, typeWords } from './names.ts'

const words = {
  field: ['数据项', 'Field'],
  type: ['类型', 'Type'],
  column: ['部门列名', 'Column of the owner'],
  sensitivity: ['敏感级别', 'Sensitivity'],
  optional: ['可空', 'may be empty'],
} as const

/** The fields of a dataset, as the dictionary has them. */
export function FieldsTable({ fields }: { readonly fields: DatasetDetail['fieldsOf'] }) {
  const t = useWords(words)
  const language = useLanguage() === 'zh' ? 0 : 1
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-label={t.field}>
        <thead>
          <tr>
            {[t.field, t.type, t.column, t.sensitivity].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((one) => (
            <tr key={one.field}>
              <th scope="row">
                {language === 0 ? one.name : one.english}
                {!one.required && <span className={css.note}>{t.optional}</span>}
              </th>
              <td>
                {dotted(typeWords[one.type]?.[language] ?? one.type, one.unit ?? undefined)}
                {one.codes.length > 0 && <span className={css.note}>{one.codes.join('、')}</span>}
              </td>
              <td>
                <code>{one.column}</code>
              </td>
              <td>{sensitivityWords[sensitivities[one.sensitivity - 1] ?? 'public'][language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
