import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { MindElixirInstance } from 'mind-elixir'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useUnsavedGuard } from '#platform/web/parts/unsaved-guard.tsx'
import { lampWords } from '#platform/web/vocabulary/lamp.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from '../../api.ts'
import type { Drawn } from '../drawn.ts'
import { sumsOf } from '../sums.ts'
import { drawMap } from './draw-map.ts'
import { type Beginning, mapEdits } from './edits.ts'
import css from './mind-map.module.css'
import { SaveEdits } from './save-edits.tsx'
import { topicsOf } from './topics.ts'

const words = {
  map: ['思维导图', 'Mind map'],
  look: [
    '先点选一个主题。方向键移动，空格收展，回车打开节点；拖动画面，Ctrl 加滚轮缩放。',
    'Pick a topic first. Arrows move, Space folds, Enter opens; drag to move, Ctrl and scroll to zoom.',
  ],
  edit: [
    '草稿可直接改：Tab 加下级，回车加同级，F2 改名，Alt+↑↓ 调序，Delete 删除，拖动改上级；改完保存。',
    'A draft: Tab adds below, Enter beside, F2 renames, Alt+↑↓ reorders, Delete removes, drag moves. Then save.',
  ],
} as const

type MindMapProps = { readonly drawn: Drawn; readonly project: string }

/** The tree around its middle: a draft is edited by keyboard; what runs is looked at, and changed by an amendment. */
export function MindMap({ drawn, project }: MindMapProps) {
  const t = useWords(words)
  const lamps = useWords(lampWords)
  const navigate = useNavigate()
  const { data: standing } = useQuery(api.project.queryOptions({ input: { project, nodes: 'none' } }))
  const isEditable = standing?.may.edit === true
  const lead = standing?.lead.organisation ?? ''
  const [changes, setChanges] = useState(0)
  const based = useWhileUnchanged(drawn, changes > 0)
  const guard = useUnsavedGuard(changes > 0)
  const topics = useMemo(
    () => topicsOf(sumsOf(based.nodes), { title: based.title, isEditable, lampOf: ({ lamp }) => lamps[lamp] }),
    [based, isEditable, lamps],
  )
  const place = useRef<HTMLDivElement>(null)
  const map = useRef<MindElixirInstance>(undefined)
  useEffect(() => {
    if (!place.current) return
    const open = (node: string) => void navigate({ to: '/nodes/$node', params: { node } })
    const changed = () => setChanges((count) => count + 1)
    const instance = drawMap(place.current, topics, isEditable ? { changed } : { open })
    map.current = instance
    setChanges(0)
    return () => instance.destroy()
  }, [topics, isEditable, navigate])
  const edits = () =>
    map.current ? mapEdits(topics, map.current.nodeData, (parent) => beginningOf(based, lead, parent)) : []
  return (
    <section className={css.map}>
      <p className={css.keys}>{isEditable ? t.edit : t.look}</p>
      {isEditable && (
        <SaveEdits
          project={project}
          version={based.version}
          changes={changes}
          editsOf={edits}
          onSaved={() => setChanges(0)}
        />
      )}
      <div ref={place} className={css.place} role="application" aria-label={t.map} />
      {guard.question}
    </section>
  )
}

/** The plan as it was when the first change was made: what others save meanwhile neither wipes the map nor passes for seen. */
function useWhileUnchanged(drawn: Drawn, isChanged: boolean): Drawn {
  const [kept, setKept] = useState(drawn)
  if (!isChanged && kept !== drawn) setKept(drawn)
  return isChanged ? kept : drawn
}

/** The unit and dates of what a new node hangs on; in the middle those of the whole. */
function beginningOf({ byId, nodes }: Drawn, lead: string, parent: string): Beginning {
  const above = byId.get(parent)
  if (above) return { organisation: above.owner.organisation, plannedStart: above.start, deadline: above.deadline }
  const [first] = nodes
  const start = nodes.reduce((least, node) => (node.start < least ? node.start : least), first?.start ?? '')
  const deadline = nodes.reduce((last, node) => (node.deadline > last ? node.deadline : last), first?.deadline ?? '')
  return { organisation: lead, plannedStart: start, deadline }
}
