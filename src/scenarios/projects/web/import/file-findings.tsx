import { Icon } from '#platform/web/parts/icon.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { FileCalendar, FileNote, FilePreview } from '../../contract/project-file.ts'
import css from './import.module.css'

const words = {
  notes: ['需要知道的', 'Worth knowing'],
  calendar: ['文件日历与本县工作日历的差异', 'Where the file’s calendar differs from the county’s'],
  hours: [
    (file: string, county: string) => `文件 ${file}；本县 ${county}`,
    (file: string, county: string) => `the file ${file}; the county ${county}`,
  ],
  worked: ['上班', 'worked'],
  off: ['休息', 'off'],
  day: [
    (date: string, file: string, county: string) => `${date} 文件${file}，本县${county}`,
    (date: string, file: string, county: string) => `${date} ${file} in the file, ${county} in the county`,
  ],
  more: [(count: number) => `另有 ${count} 天`, (count: number) => `${count} more days`],
  same: ['每一天都相同', 'No day differs'],
  unread: [
    (count: number) => `没有采用的内容（${count} 种）`,
    (count: number) => `What is not taken over (${count} kinds)`,
  ],
  unreadLead: [
    '逐项列出，导入后这些内容不保留。“由 Project 推算”的不影响计划。',
    'Listed one by one; it is not kept. What Project reckons itself makes no difference.',
  ],
  times: [
    (count: number, filled: number) => `${count} 处，${filled} 处有内容`,
    (count: number, filled: number) => `${count} times, ${filled} filled`,
  ],
  derived: ['由 Project 推算', 'reckoned by Project'],
} as const

/** Everything that is said of a file: problems first, then what was changed, its calendar, and what is not taken over. */
export function FileFindings({ preview }: { readonly preview: FilePreview }) {
  const t = useWords(words)
  const problems = preview.notes.filter(({ problem }) => problem)
  const notes = preview.notes.filter(({ problem }) => !problem)
  return (
    <>
      {problems.length > 0 && <Notes notes={problems} isWrong />}
      {notes.length > 0 && (
        <details open className={css.more}>
          <summary>{t.notes}</summary>
          <Notes notes={notes} />
        </details>
      )}
      {preview.calendar && <CalendarNotes calendar={preview.calendar} />}
      <details className={css.more}>
        <summary>{t.unread(preview.unread.length)}</summary>
        <p className={css.muted}>{t.unreadLead}</p>
        <ul className={css.listed}>
          {preview.unread.map(({ path, count, filled, derived }) => (
            <li key={path}>
              <code>{path}</code> {t.times(count, filled)}
              {derived && ` · ${t.derived}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Notes({ notes, isWrong = false }: { readonly notes: readonly FileNote[]; readonly isWrong?: boolean }) {
  const isChinese = useLanguage() === 'zh'
  return (
    <ul className={css.listed}>
      {notes.map(({ code, zh, en, examples }) => (
        <li key={code} className={isWrong ? css.wanting : undefined}>
          {isWrong && <Icon name="late" size={16} />}
          <span>
            {isChinese ? zh : en}
            {examples.length > 0 && <span className={css.muted}> {examples.join(isChinese ? '、' : ', ')}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

function CalendarNotes({ calendar }: { readonly calendar: FileCalendar }) {
  const t = useWords(words)
  const { differences, more } = calendar
  return (
    <details className={css.more}>
      <summary>{t.calendar}</summary>
      <p className={css.muted}>{t.hours(calendar.hours, calendar.countyHours)}</p>
      <ul className={css.listed}>
        {differences.map(({ date, file, county, name }) => (
          <li key={date}>
            {t.day(date, t[file], t[county])} {name}
          </li>
        ))}
        {differences.length === 0 && <li>{t.same}</li>}
        {more > 0 && <li>{t.more(more)}</li>}
      </ul>
    </details>
  )
}
