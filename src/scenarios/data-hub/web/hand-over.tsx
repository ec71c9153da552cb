import { useState } from 'react'
import { useCommand } from '#platform/web/api/command.ts'
import { type Uploaded, upload } from '#platform/web/api/upload.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { useNotice } from '#platform/web/shell/notice.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { DatasetDetail } from '../contract/routes/catalogue.ts'
import { api, touched } from './api.ts'
import css from './data.module.css'
import { TableCheck } from './table-check.tsx'

const words = {
  none: ['还没有导入过表格，查询会一直等待。', 'No table was handed over yet; look-ups wait for one.'],
  version: [
    (version: number, rows: number) => `第 ${version} 次导入，${rows} 行`,
    (version: number, rows: number) => `Version ${version}, ${rows} rows`,
  ],
  of: [(day: string) => `${day} 的数据`, (day: string) => `tells of ${day}`],
  present: ['在用', 'In use'],
  choose: ['选择表格（Excel 或 CSV）', 'Choose a spreadsheet or CSV'],
  hint: [
    '表头用部门列名或数据项名称；有一处不对就一行也不导入，原来的数据继续使用。',
    'Headings are the owner’s columns or the names of fields; where anything is wrong no row is taken over and the present table stays.',
  ],
  asOf: ['数据日期', 'Day of which it tells'],
  import: ['导入', 'Hand over'],
  done: ['已导入，新的查询都用这份数据', 'Handed over; look-ups use it from now on'],
} as const

/** Tables that the owner handed over, and the way to hand over the next. */
export function HandOver({ one }: { readonly one: DatasetDetail }) {
  const t = useWords(words)
  const dates = useDates()
  return (
    <div className={css.form}>
      {one.mayHandOver && <NextTable dataset={one.dataset} />}
      {one.tables.length === 0 && <p className={css.note}>{t.none}</p>}
      <ul className={css.list}>
        {one.tables.map((table, index) => (
          <li key={table.version} className={css.item}>
            <div className={css.head}>
              <span className={css.strong}>{dotted(t.version(table.version, table.rows), t.of(table.asOf))}</span>
              {index === 0 && <span className={`${css.mark} ${css.good}`}>{t.present}</span>}
            </div>
            <span className={css.note}>{dotted(table.file, table.by, dates.moment(table.at))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function NextTable({ dataset }: { readonly dataset: string }) {
  const t = useWords(words)
  const tell = useNotice()
  const [file, setFile] = useState<Uploaded>()
  const [failure, setFailure] = useState<unknown>()
  const [asOf, setAsOf] = useState(() =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()),
  )
  const [isSound, setSound] = useState(false)
  const handOver = useCommand(api.handOver.call, {
    touches: touched,
    onDone: () => {
      tell(t.done)
      setFile(undefined)
    },
  })
  const take = (chosen: File | undefined) => {
    setSound(false)
    setFailure(undefined)
    if (chosen) upload(chosen).then(setFile, setFailure)
  }
  return (
    <div className={css.form}>
      <TextField
        label={t.choose}
        hint={t.hint}
        type="file"
        accept=".xlsx,.xls,.csv"
        onChange={(event) => take(event.target.files?.[0])}
      />
      <FailureMessage error={failure ?? handOver.error} />
      {file && <TableCheck dataset={dataset} file={file.file} onChecked={setSound} />}
      {file && isSound && (
        <div className={css.row}>
          <TextField label={t.asOf} type="date" value={asOf} onChange={(event) => setAsOf(event.target.value)} />
          <Button
            look="main"
            busy={handOver.isPending}
            onClick={() => handOver.mutate({ dataset, file: file.file, asOf })}
          >
            {t.import}
          </Button>
        </div>
      )}
    </div>
  )
}
