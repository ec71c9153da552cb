import { dotted } from '#platform/web/words/dotted.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { Board, BoardRow } from '../../contract/board.ts'
import css from './board.module.css'
import { Points } from './points.tsx'

const words = {
  rank: ['名次', 'Place'],
  unit: ['单位', 'Unit'],
  person: ['姓名', 'Name'],
  won: ['成效', 'Achievements'],
  lost: ['不足', 'Shortcomings'],
  sum: ['合计', 'In all'],
  lines: [(count: number) => `${count} 条记录`, (count: number) => `${count} lines`],
  open: [(name: string) => `查看${name}的积分来源`, (name: string) => `Where the points of ${name} come from`],
} as const

type BoardTableProps = { readonly board: Board; readonly onOpen: (row: BoardRow) => void }

/** The board as a table; each account opens to its lines. */
export function BoardTable({ board, onOpen }: BoardTableProps) {
  const t = useWords(words)
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t.rank}</th>
          <th scope="col">{board.of === 'units' ? t.unit : t.person}</th>
          <th scope="col">{t.won}</th>
          <th scope="col">{t.lost}</th>
          <th scope="col">{t.sum}</th>
        </tr>
      </thead>
      <tbody>
        {board.rows.map((row) => (
          <tr key={row.subject}>
            <td className={css.rank}>{row.rank}</td>
            <th scope="row">
              <button type="button" className={css.open} aria-label={t.open(row.name)} onClick={() => onOpen(row)}>
                {row.name}
              </button>
              <span className={css.note}>{dotted(row.unitName, t.lines(row.lines))}</span>
            </th>
            <td data-label={t.won}>
              <Points value={row.won} />
            </td>
            <td data-label={t.lost}>
              <Points value={row.lost} />
            </td>
            <td data-label={t.sum} className={css.sum}>
              <Points value={row.points} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
