import { useNavigate } from '@tanstack/react-router'
import MindElixir, { type MindElixirInstance } from 'mind-elixir'
import { useEffect, useMemo, useRef } from 'react'
import { lampWords } from '#platform/web/vocabulary/lamp.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { Drawn } from '../drawn.ts'
import { sumsOf } from '../sums.ts'
import css from './mind-map.module.css'
import { mapTheme } from './theme.ts'
import { middle, topicsOf } from './topics.ts'
import 'mind-elixir/style.css'

const words = {
  map: ['思维导图', 'Mind map'],
  keys: [
    '先点选一个主题。方向键移动，空格收展，回车打开节点；拖动或滚轮移动画面，Ctrl 加滚轮缩放。',
    'Pick a topic first. Arrows move, Space folds, Enter opens; drag or scroll to move, Ctrl and scroll to zoom.',
  ],
} as const

/** The tree around its middle. It is looked at here; what runs is changed by an amendment. */
export function MindMap({ drawn }: { readonly drawn: Drawn }) {
  const t = useWords(words)
  const lamps = useWords(lampWords)
  const place = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const open = useRef((_node: string) => {})
  open.current = (node) => void navigate({ to: '/nodes/$node', params: { node } })
  const data = useMemo(
    () => topicsOf(sumsOf(drawn.nodes), { title: drawn.title, lampOf: ({ lamp }) => lamps[lamp] }),
    [drawn, lamps],
  )
  const map = useRef<MindElixirInstance>(undefined)
  useEffect(() => {
    if (!place.current) return
    const instance = drawMap(place.current, (node) => open.current(node))
    map.current = instance
    instance.init({ nodeData: data })
    showWhole(instance)
    return () => instance.destroy()
  }, [data])
  return (
    <section className={css.map}>
      <p className={css.keys}>{t.keys}</p>
      <div ref={place} className={css.place} role="application" aria-label={t.map} />
    </section>
  )
}

function drawMap(el: HTMLElement, open: (node: string) => void): MindElixirInstance {
  const map: MindElixirInstance = new MindElixir({
    el,
    direction: MindElixir.SIDE,
    editable: false,
    contextMenu: false,
    toolBar: false,
    allowUndo: false,
    theme: mapTheme,
    keypress: {
      Enter: () => {
        const id = map.currentNodes[0]?.nodeObj.id
        if (id && id !== middle) open(id)
      },
      ' ': () => map.currentNodes[0] && map.expandNode(map.currentNodes[0]),
      Tab: () => undefined,
      F2: () => undefined,
      Delete: () => undefined,
      Backspace: () => undefined,
    },
  })
  return map
}

const leastScale = 0.6

/** As much of the map as can be read at once. */
function showWhole(map: MindElixirInstance): void {
  const { width, height } = map.nodes.getBoundingClientRect()
  const fit = Math.min(map.container.clientWidth / width, map.container.clientHeight / height)
  if (fit < 1) map.scale(Math.max(leastScale, fit))
  map.toCenter()
}
