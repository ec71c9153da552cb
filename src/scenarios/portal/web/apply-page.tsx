import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Form } from '#platform/kernel/forms/index.ts'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { mandateApi } from '#platform/web/residents/mandate-api.ts'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useResident } from '#platform/web/residents/resident-session.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import { mattersApi } from './api.ts'
import { ApplyForm } from './apply-form.tsx'
import { ForWhom } from './for-whom.tsx'
import css from './portal.module.css'

const words = {
  back: ['事项说明', 'About this service'],
  gathering: ['正在向有关部门取您的资料，请稍候…', 'Asking the departments for your data, a moment please…'],
  identity: ['先实名，一次即可', 'Have your identity checked first, once'],
} as const

/** Asks for a matter: what data brought comes first, then what is left to ask. */
export function Page() {
  const isChinese = useLanguage() === 'zh'
  const t = useWords(words)
  const { matter } = useParams({ strict: false }) as { matter: string }
  const query = useQuery(mattersApi.matter.queryOptions({ input: { matter } }))
  return (
    <Answered query={query}>
      {(view: MatterView) => (
        <PortalPage
          title={isChinese ? view.name : view.english}
          back={{ to: `/portal/matters/${matter}`, label: t.back }}
        >
          <Apply view={view} />
        </PortalPage>
      )}
    </Answered>
  )
}

function Apply({ view }: { readonly view: MatterView }) {
  const t = useWords(words)
  const { verifiedBy } = useResident()
  const [resident, setResident] = useState<string>()
  const { state } = useRouter()
  const mandates = useQuery(mandateApi.mine.queryOptions())
  if (verifiedBy === null)
    return (
      <p className={css.panel}>
        <Link to={'/portal/identity' as string} search={{ next: state.location.href } as never}>
          {t.identity}
        </Link>
      </p>
    )
  const mine = (mandates.data?.mandates ?? []).filter(
    ({ mine, state: standing, matters }) =>
      mine === 'received' && standing === 'in-force' && (matters?.some(({ matter }) => matter === view.matter) ?? true),
  )
  return (
    <>
      {mine.length > 0 && <ForWhom mandates={mine} chosen={resident} onChoose={setResident} />}
      <Gathered key={resident ?? ''} view={view} resident={resident} />
    </>
  )
}

type GatheredProps = { readonly view: MatterView; readonly resident: string | undefined }

/** Waits for what the departments hold, then asks for the rest. */
function Gathered({ view, resident }: GatheredProps) {
  const t = useWords(words)
  const { matter } = view
  const whose = resident === undefined ? {} : { resident }
  const prefill = useQuery({
    queryKey: ['portal', 'prefill', matter, resident],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => mattersApi.prefill.call({ matter, ...whose }),
  })
  const draft = useQuery(mattersApi.draft.queryOptions({ input: { matter } }))
  return (
    <Answered
      query={prefill}
      skeleton={
        <div>
          <p role="status">{t.gathering}</p>
          <Skeleton />
        </div>
      }
    >
      {({ values }) => (
        <Answered query={draft}>
          {({ draft: before }) => (
            <ApplyForm
              view={view}
              form={view.form as unknown as Form}
              resident={resident}
              filled={Object.fromEntries(values.map(({ field, ...rest }) => [field, rest]))}
              typed={resident === undefined ? (before?.form as Record<string, never> | undefined) : undefined}
            />
          )}
        </Answered>
      )}
    </Answered>
  )
}
