import { useFocusable } from '@noriginmedia/norigin-spatial-navigation'
import { type ReactNode, useEffect } from 'react'
import css from './tv.module.css'

type TvTileProps = {
  readonly onPress: () => void
  readonly look?: 'tile' | 'key' | 'main'
  readonly isBusy?: boolean
  readonly children: ReactNode
}

/** Something that OK presses: the arrows reach it, a mouse and a screen reader too. */
export function TvTile({ onPress, look = 'tile', isBusy = false, children }: TvTileProps) {
  const press = () => {
    if (!isBusy) onPress()
  }
  const { ref, focused } = useFocusable<object, HTMLButtonElement>({ onEnterPress: press })
  useEffect(() => {
    if (focused) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [focused, ref])
  return (
    <button
      ref={ref}
      type="button"
      className={`${css.button} ${css[look]} ${focused ? css.focused : ''}`}
      aria-busy={isBusy || undefined}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault() // the arrows' own listener presses it, once
      }}
    >
      {children}
    </button>
  )
}
