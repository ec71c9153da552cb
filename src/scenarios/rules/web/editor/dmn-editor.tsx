import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { Button } from '#platform/web/parts/button.tsx'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import css from './dmn-editor.module.css'
import { type DmnView, type OpenDmn, openDmn } from './open-dmn.ts'

const words = {
  views: ['决策', 'Decisions'],
  broken: ['这个规则文件在浏览器里打不开', 'The document cannot be opened in the browser'],
  diagram: ['决策图', 'Diagram'],
} as const

/** What the page asks of the editor. */
export type EditorHandle = { readonly read: () => Promise<string> }

type DmnEditorProps = { readonly xml: string; readonly mayEdit: boolean; readonly ref?: Ref<EditorHandle> }

/** A decision model as a diagram and tables: to be changed by who may, to be looked at by others. */
export function DmnEditor({ xml, mayEdit, ref }: DmnEditorProps) {
  const t = useWords(words)
  const language = useLanguage()
  const ground = useRef<HTMLDivElement>(null)
  const opened = useRef<OpenDmn>(null)
  const [views, setViews] = useState<readonly DmnView[]>([])
  const [active, setActive] = useState<string>()
  const [broken, setBroken] = useState(false)
  useImperativeHandle(ref, () => ({ read: async () => (await opened.current?.read()) ?? xml }), [xml])
  useEffect(() => {
    if (ground.current === null) return undefined
    const dmn = openDmn(ground.current, { mayEdit, language })
    opened.current = dmn
    dmn.load(xml).then(
      (all) => {
        setViews(all)
        setActive(dmn.active())
      },
      () => setBroken(true),
    )
    return () => {
      opened.current = null
      dmn.close()
    }
  }, [xml, mayEdit, language])
  const show = async (view: DmnView) => {
    await opened.current?.show(view.id)
    setActive(view.id)
  }
  return (
    <div className={css.editor}>
      <nav className={css.views} aria-label={t.views}>
        {views.map((view) => (
          <Button
            key={view.id}
            look={view.id === active ? 'plain' : 'quiet'}
            aria-pressed={view.id === active}
            onClick={() => show(view)}
          >
            {view.kind === 'drd' ? t.diagram : view.name}
          </Button>
        ))}
      </nav>
      {broken && <p>{t.broken}</p>}
      <div ref={ground} className={css.ground} />
    </div>
  )
}
