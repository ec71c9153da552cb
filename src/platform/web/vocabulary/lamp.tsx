import { useWords } from '../words/words.ts'
import css from './lamp.module.css'

/** The five lamps, most urgent first. */
export const lampColours = ['red', 'yellow', 'green', 'blue', 'white'] as const
export type LampColour = (typeof lampColours)[number]

export const lampWords = {
  white: ['未启', 'Not started'],
  blue: ['超前', 'Ahead'],
  green: ['正常', 'On plan'],
  yellow: ['出错', 'Fault'],
  red: ['滞后', 'Behind'],
} as const

type LampProps = {
  readonly colour: LampColour
  /** Leaves the word to a screen reader where space is short; the shape stays. */
  readonly bare?: boolean
  /** How many bear it, after the lamp. */
  readonly count?: number
}

/** 灯: colour, shape and word. */
export function Lamp({ colour, bare = false, count }: LampProps) {
  const word = useWords(lampWords)[colour]
  return (
    <span className={`${css.lamp} ${css[colour]}`} title={bare ? word : undefined}>
      <svg className={css.shape} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        {shapes[colour]}
      </svg>
      <span className={bare ? 'visually-hidden' : css.word}>{word}</span>
      {count !== undefined && <span className={css.count}>{count}</span>}
    </span>
  )
}

const shapes = {
  white: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />,
  blue: (
    <path
      d="M2.5 7.500 7 3l4.500 4.500M2.500 12 7 7.500 11.500 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.200"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  ),
  green: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  yellow: <path d="M7 1 13.600 12.600H.4z" fill="currentColor" />,
  red: <rect x="1.500" y="1.500" width="11" height="11" rx="1" fill="currentColor" />,
} as const
