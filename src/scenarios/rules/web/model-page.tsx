import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { Card } from '#platform/web/parts/card.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useWords } from '#platform/web/words/words.ts'
import type { ModelDetail, Tried } from '../contract/parts.ts'
import { api } from './api.ts'
import type { EditorHandle } from './editor/dmn-editor.tsx'
import { ProposeForm } from './propose-form.tsx'
import css from './rules.module.css'
import { TrialPanel } from './trial-panel.tsx'
import { VersionList } from './version-list.tsx'

const DmnEditor = lazy(() => import('./editor/dmn-editor.tsx').then(({ DmnEditor: editor }) => ({ default: editor })))

const words = {
  title: ['规则', 'Rule'],
  back: ['规则', 'Rules'],
  version: [
    (version: number, day: string) => `现行第 ${version} 版，${day} 起施行`,
    (version: number, day: string) => `Version ${version}, in force since ${day}`,
  ],
  table: ['决策图和决策表', 'Diagram and tables'],
  hint: [
    '点上方的决策名打开表格；在格子里直接改写，条件如 >= 3、"甲", "乙"、[60..80)，不限写 -',
    'Open a decision above and type into its cells: >= 3, "A", "B", [60..80), or - for any',
  ],
  try: ['检查和试算', 'Check and try'],
  propose: ['提交修订', 'Propose'],
  versions: ['版本', 'Versions'],
} as const

/** One rule: its tables to be read and changed, tried, proposed, approved. */
export function Page() {
  const t = useWords(words)
  const { model } = useParams({ strict: false }) as { model: string }
  const query = useQuery(api.model.queryOptions({ input: { model } }))
  const name = query.data?.name ?? t.title
  const lead = query.data && t.version(query.data.version, query.data.effectiveFrom)
  return (
    <PageFrame wide title={name} lead={lead} back={{ to: '/rules', label: t.back }}>
      <Answered query={query}>{(one) => <Model key={`${one.model}@${one.version}`} one={one} />}</Answered>
    </PageFrame>
  )
}

function Model({ one }: { readonly one: ModelDetail }) {
  const t = useWords(words)
  const editor = useRef<EditorHandle>(null)
  const [tried, setTried] = useState<Tried>()
  const read = useCallback(async () => (await editor.current?.read()) ?? one.xml, [one.xml])
  return (
    <div className={css.parts}>
      {one.summary && <p className={css.summary}>{one.summary}</p>}
      <Card title={t.table}>
        {one.mayEdit && <p className={css.note}>{t.hint}</p>}
        <Suspense fallback={<Skeleton />}>
          <DmnEditor ref={editor} xml={one.xml} mayEdit={one.mayEdit} />
        </Suspense>
      </Card>
      {one.mayEdit && (
        <Card title={t.try}>
          <TrialPanel one={one} read={read} onTried={setTried} />
        </Card>
      )}
      {one.mayEdit && (
        <Card title={t.propose}>
          <ProposeForm one={one} read={read} tried={tried} />
        </Card>
      )}
      <Card title={t.versions}>
        <VersionList one={one} />
      </Card>
    </div>
  )
}
