import css from './progress-bar.module.css'

type ProgressBarProps = {
  /** Per cent, 0 to 100. */
  readonly value: number
  readonly label: string
}

/** How far something is, as a bar with its figure. */
export function ProgressBar({ value, label }: ProgressBarProps) {
  return (
    <span className={css.progress}>
      <progress className={css.bar} value={value} max={100} aria-label={label} />
      <span className={css.figure}>{value}%</span>
    </span>
  )
}
