import { Icon, type IconName } from '#platform/web/parts/icon.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Health } from '../contract/parts.ts'
import type { LookUpState } from '../contract/words.ts'
import css from './data.module.css'
import { healthWords, stateWords } from './names.ts'

type Look = readonly [style: string | undefined, icon: IconName]

const health: Readonly<Record<Health['state'], Look>> = {
  well: [css.good, 'check'],
  failing: [css.doubtful, 'late'],
  'left-alone': [css.bad, 'pause'],
  untried: [undefined, 'more'],
  'handed-over': [css.good, 'file'],
  'not-handed-over': [css.doubtful, 'file'],
}

const states: Readonly<Record<LookUpState, Look>> = {
  asking: [undefined, 'clock'],
  waiting: [css.doubtful, 'clock'],
  answered: [css.good, 'check'],
  'not-found': [css.good, 'search'],
  wrong: [css.bad, 'late'],
  'gave-up': [css.bad, 'close'],
  refused: [css.bad, 'lock'],
}

/** How a department answers. */
export function HealthMark({ state }: { readonly state: Health['state'] }) {
  const t = useWords(healthWords)
  return <Mark look={health[state]} label={t[state]} />
}

/** How a look-up stands. */
export function StateMark({ state }: { readonly state: LookUpState }) {
  const t = useWords(stateWords)
  return <Mark look={states[state]} label={t[state]} />
}

function Mark({ look: [style, icon], label }: { readonly look: Look; readonly label: string }) {
  return (
    <span className={[css.mark, style].filter(Boolean).join(' ')}>
      <Icon name={icon} size={14} /> {label}
    </span>
  )
}
