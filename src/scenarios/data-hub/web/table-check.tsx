import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Answered } from '#platform/web/parts/states.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { TableFault } from '../contract/routes/tables.ts'
import { api } from './api.ts'
import css from './data.module.css'
import { faultWords } from './names.ts'

const words = {
  sound: [
    (rows: number) => `${rows} 行，没有问题，可以导入。`,
    (rows: number) => `${rows} rows, nothing wrong; it can be handed over.`,
  ],
  faulty: [
    (faults: number) => `有 ${faults} 处问题，改好后重新选择文件。`,
    (faults: number) => `${faults} problems; mend them and choose the file again.`,
  ],
  row: ['行', 'Row'],
  column: ['列', 'Column'],
  fault: ['问题', 'Problem'],
} as const

type TableCheckProps = {
  readonly dataset: string
  readonly file: string
  readonly onChecked: (isSound: boolean) => void
}

/** What is wrong with an upload, by row and column. */
export function TableCheck({ dataset, file, onChecked }: TableCheckProps) {
  const t = useWords(words)
  const query = useQuery(api.checkTable.queryOptions({ input: { dataset, file }, retry: false }))
  const sound = query.data !== undefined && query.data.faultsInAll === 0 && query.data.rows > 0
  useEffect(() => onChecked(sound), [sound, onChecked])
  return (
    <Answered query={query}>
      {({ rows, faults, faultsInAll }) =>
        faultsInAll === 0 ? (
          <p>{t.sound(rows)}</p>
        ) : (
          <>
            <p>{t.faulty(faultsInAll)}</p>
            <Faults faults={faults} />
          </>
        )
      }
    </Answered>
  )
}

function Faults({ faults }: { readonly faults: readonly TableFault[] }) {
  const t = useWords(words)
  const told = useWords(faultWords)
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            {[t.row, t.column, t.fault].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, fault }) => (
            <tr key={`${row} ${column}`}>
              <td>{row}</td>
              <td>{column}</td>
              <td>{told[fault]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
