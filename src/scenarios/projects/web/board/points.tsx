import { useWords } from '#platform/web/words/words.ts'
import css from './board.module.css'

const words = { points: ['分', 'points'] } as const

/** Points with their sign and unit: `+3 分`, `−2 分`, `0 分`. */
export function Points({ value, bare = false }: { readonly value: number; readonly bare?: boolean }) {
  const t = useWords(words)
  const look = value > 0 ? css.won : value < 0 ? css.lost : css.none
  return (
    <span className={`${css.points} ${look}`}>
      {signed(value)}
      {!bare && <small> {t.points}</small>}
    </span>
  )
}

function signed(value: number): string {
  if (value === 0) return '0'
  return value > 0 ? `+${value}` : `−${Math.abs(value)}`
}
