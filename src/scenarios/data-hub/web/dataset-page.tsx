import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useAddress } from '#platform/web/address.ts'
import { Button } from '#platform/web/parts/button.tsx'
import { Card } from '#platform/web/parts/card.tsx'
import { Facts } from '#platform/web/parts/facts.tsx'
import { Panel } from '#platform/web/parts/panel.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { PageFrame } from '#platform/web/shell/page.tsx'
import { useDates } from '#platform/web/words/dates.ts'
import { dotted } from '#platform/web/words/dotted.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { DatasetDetail } from '../contract/routes/catalogue.ts'
import { api } from './api.ts'
import css from './data.module.css'
import { FieldsTable } from './fields-table.tsx'
import { GrantForm } from './grant-form.tsx'
import { GrantList } from './grant-list.tsx'
import { HandOver } from './hand-over.tsx'
import { LookDays } from './look-days.tsx'
import { HealthMark } from './marks.tsx'
import { reasonOf, sensitivityWords, sharingWords, updateWords, wayWords } from './names.ts'

const words = {
  back: ['数据目录', 'Catalogue'],
  about: ['基本情况', 'About'],
  owner: ['提供单位', 'Owner'],
  sharing: ['共享属性', 'Sharing'],
  sensitivity: ['敏感级别', 'Sensitivity'],
  basis: ['依据', 'Basis'],
  updates: ['更新周期', 'Updated'],
  version: ['版本', 'Version'],
  code: ['省级目录代码', 'Code of the province'],
  way: ['查询方式', 'How it is asked'],
  agreed: ['约定应答时间', 'Agreed answer time'],
  seconds: [(count: number) => `${count} 秒内`, (count: number) => `within ${count} s`],
  from: [
    (version: number, day: string) => `第 ${version} 版，${day} 起`,
    (version: number, day: string) => `${version}, from ${day}`,
  ],
  health: ['目前应答', 'Answers now'],
  last: [
    (moment: string, took: number) => `${moment} 答复，用时 ${took} 毫秒`,
    (moment: string, took: number) => `${moment}, in ${took} ms`,
  ],
  failed: [(moment: string, why: string) => `${moment} ${why}`, (moment: string, why: string) => `${moment}: ${why}`],
  fields: ['数据项', 'Fields'],
  grants: ['授权', 'Grants'],
  grant: ['授权查询', 'Grant'],
  looks: ['近 30 天查询', 'Look-ups of 30 days'],
  tables: ['导入的表格', 'Tables handed over'],
} as const

/** One dataset: what it is, how it is answered, its fields, who may look it up, tables handed over. */
export function Page() {
  const t = useWords(words)
  const { dataset } = useParams({ strict: false }) as { dataset: string }
  const query = useQuery(api.dataset.queryOptions({ input: { dataset } }))
  const isChinese = useLanguage() === 'zh'
  return (
    <Answered query={query}>
      {(one) => (
        <PageFrame
          title={isChinese ? one.name : one.english}
          lead={one.summary || undefined}
          back={{ to: '/data', label: t.back }}
        >
          <Parts one={one} />
        </PageFrame>
      )}
    </Answered>
  )
}

function Parts({ one }: { readonly one: DatasetDetail }) {
  const t = useWords(words)
  const [{ do: act }, change] = useAddress<{ do?: string }>()
  const close = () => change({ do: undefined })
  return (
    <div className={css.parts}>
      <About one={one} />
      <Card title={t.looks}>
        <LookDays days={one.days} />
      </Card>
      <Card title={t.fields}>
        <FieldsTable fields={one.fieldsOf} />
      </Card>
      <Card
        title={t.grants}
        aside={
          one.mayGrant &&
          one.sharing !== 'not-shared' && <Button onClick={() => change({ do: 'grant' })}>{t.grant}</Button>
        }
      >
        <GrantList grants={one.grantsOf} />
      </Card>
      {one.way === 'table' && (
        <Card title={t.tables}>
          <HandOver one={one} />
        </Card>
      )}
      {act === 'grant' && (
        <Panel title={t.grant} onClose={close}>
          <GrantForm one={one} onDone={close} />
        </Panel>
      )}
    </div>
  )
}

function About({ one }: { readonly one: DatasetDetail }) {
  const t = useWords(words)
  const language = useLanguage() === 'zh' ? 0 : 1
  return (
    <Card title={t.about}>
      <Facts
        rows={[
          [t.owner, one.owner.name],
          [t.sharing, sharingWords[one.sharing][language]],
          [t.sensitivity, sensitivityWords[one.sensitivity][language]],
          [t.basis, one.basis],
          [t.updates, updateWords[one.updates]?.[language]],
          [t.way, dotted(wayWords[one.way][language], one.connector)],
          [t.agreed, t.seconds(one.answerWithinMilliseconds / 1000)],
          [t.health, <HealthNow key="health" one={one} />],
          [t.version, t.from(one.version, one.effectiveFrom)],
          ...(one.code ? [[t.code, one.code] as const] : []),
        ]}
      />
    </Card>
  )
}

function HealthNow({ one: { health } }: { readonly one: DatasetDetail }) {
  const t = useWords(words)
  const dates = useDates()
  const language = useLanguage() === 'zh' ? 0 : 1
  const { lastAnswerAt, lastFault, milliseconds } = health
  return (
    <>
      <HealthMark state={health.state} />
      {lastAnswerAt && <span className={css.note}>{t.last(dates.moment(lastAnswerAt), milliseconds ?? 0)}</span>}
      {lastFault && (
        <span className={css.note}>
          {t.failed(dates.moment(lastFault.at), reasonOf(lastFault.fault, language) ?? '')}
        </span>
      )}
    </>
  )
}
