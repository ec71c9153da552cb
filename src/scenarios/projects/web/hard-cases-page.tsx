import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/api/session.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered, EmptyState } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { Queue } from '#platform/web/vocabulary/queue.tsx'
import { useWords } from '#platform/web/words/words.ts'
import { api } from './api.ts'
import { CaseLine } from './hard-case/case-line.tsx'
import { hardCaseWords } from './hard-case/hard-case-words.ts'
import { PublishForm } from './hard-case/publish-form.tsx'

/** 攻坚榜: hard cases to claim, at work, scored. */
export function Page() {
  const t = useWords(hardCaseWords)
  const [isPublishing, setPublishing] = useState(false)
  const mayPublish = useMay('projects.hard-case.publish')
  const list = useQuery(api.hardCases.queryOptions({ input: { limit: 200 } }))
  return (
    <PageFrame
      title={t.cases}
      lead={t.lead}
      actions={
        mayPublish && (
          <Button look="main" onClick={() => setPublishing(true)}>
            {t.publish}
          </Button>
        )
      }
    >
      <Answered query={list}>
        {({ cases }) =>
          cases.length === 0 ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <Queue label={t.cases} items={cases} keyOf={(one) => one.case}>
              {(one) => <CaseLine one={one} />}
            </Queue>
          )
        }
      </Answered>
      {isPublishing && (
        <Panel title={t.publish} onClose={() => setPublishing(false)}>
          <PublishForm onDone={() => setPublishing(false)} />
        </Panel>
      )}
    </PageFrame>
  )
}
