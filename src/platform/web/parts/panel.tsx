import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/words.ts'
import { Icon } from './icon.tsx'
import css from './panel.module.css'

const words = { close: ['关闭', 'Close'] } as const

type PanelProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }

/** A side panel, a whole sheet on the phone. It keeps the focus, and Escape closes it. */
export function Panel({ title, onClose, children }: PanelProps) {
  const t = useWords(words)
  const dialog = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    body.current?.focus()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key
    <dialog
      ref={dialog}
      className={css.panel}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={css.inner}>
        <header className={css.header}>
          <h2>{title}</h2>
          <button type="button" className={css.close} onClick={onClose} aria-label={t.close}>
            <Icon name="close" />
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
        <div ref={body} className={css.body} tabIndex={0}>
          {children}
        </div>
      </div>
    </dialog>
  )
}
