import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { EnterpriseView } from '#platform/contract/enterprise-contract.ts'
import type { MandateView } from '#platform/contract/mandate-contract.ts'
import type { Form } from '#platform/kernel/forms/index.ts'
import type { TabDraft } from '#platform/web/form/tab-draft.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Answered, Skeleton } from '#platform/web/parts/states.tsx'
import { enterprisesQuery } from '#platform/web/residents/enterprise-api.ts'
import { mandateApi } from '#platform/web/residents/mandate-api.ts'
import { PortalPage } from '#platform/web/residents/portal-page.tsx'
import { useResident } from '#platform/web/residents/resident-session.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import { mattersApi } from './api.ts'
import { ApplyForm } from './apply-form.tsx'
import { ForWhom, type Whom } from './for-whom.tsx'
import { keptInTab } from './kept-draft.ts'
import css from './portal.module.css'

const words = {
  back: ['事项说明', 'About this service'],
  gathering: ['正在向有关部门取您的资料，请稍候…', 'Asking the departments for your data, a moment please…'],
  identity: ['先实名，一次即可', 'Have your identity checked first, once'],
  identityLead: [
    '办这件事要知道您是谁：填一次姓名和身份证号码，以后办什么都不用再填。',
    'This needs to know who you are: name and identity number, once, and never again for any other matter.',
  ],
  firmOnly: [
    '这件事由企业申请。您是法定代表人，或企业委托您经办的，请先核验企业。',
    'Enterprises ask for this. If you represent one, or were let act for one, have it checked first.',
  ],
  firms: ['我的企业', 'My enterprises'],
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
  const { state } = useRouter()
  if (verifiedBy === null)
    return (
      <div className={css.panel}>
        <p>{t.identityLead}</p>
        <ButtonLink to="/portal/identity" search={{ next: state.location.href }} look="main" wide>
          {t.identity}
        </ButtonLink>
      </div>
    )
  return <ForSomebody view={view} />
}

/** Asks for whom first, where there is a choice. */
function ForSomebody({ view }: { readonly view: MatterView }) {
  const t = useWords(words)
  const [whom, setWhom] = useState<Whom>()
  const mandates = useQuery(mandateApi.mine.queryOptions())
  const enterprises = useQuery(enterprisesQuery)
  if (mandates.isPending || enterprises.isPending) return <Skeleton />
  const firms = view.applicants.includes('enterprise') ? (enterprises.data ?? []).filter(mayDo(view)) : []
  const isMine = view.applicants.includes('person')
  const people = isMine ? (mandates.data?.mandates ?? []).filter(isGivenFor(view)) : []
  const [firm] = firms
  const chosen = whom ?? (isMine || firm === undefined ? {} : { enterprise: firm.enterprise })
  if (!isMine && firm === undefined)
    return (
      <div className={css.panel}>
        <p>{t.firmOnly}</p>
        <p>
          <Link to={'/portal/enterprises' as string}>{t.firms}</Link>
        </p>
      </div>
    )
  return (
    <>
      {people.length + firms.length > 0 && (
        <ForWhom isMine={isMine} mandates={people} enterprises={firms} chosen={chosen} onChoose={setWhom} />
      )}
      <Gathered key={chosen.resident ?? chosen.enterprise ?? ''} view={view} whom={chosen} />
    </>
  )
}

function mayDo({ matter }: MatterView) {
  return ({ counts, matters }: EnterpriseView) => counts && (matters?.some((one) => one.matter === matter) ?? true)
}

function isGivenFor({ matter }: MatterView) {
  return ({ mine, state, matters, enterpriseName }: MandateView) =>
    mine === 'received' &&
    state === 'in-force' &&
    enterpriseName === null &&
    (matters?.some((one) => one.matter === matter) ?? true)
}

/** The server's copy, as the form writes it. */
function keptBefore(draft: { readonly form: unknown; readonly materials: unknown } | null) {
  return (draft ?? undefined) as TabDraft | undefined
}

type GatheredProps = { readonly view: MatterView; readonly whom: Whom }

/** Waits for what the departments hold, then asks for the rest. */
function Gathered({ view, whom }: GatheredProps) {
  const t = useWords(words)
  const { matter } = view
  const { resident } = useResident()
  const isOwn = whom.resident === undefined && whom.enterprise === undefined
  const prefill = useQuery({
    queryKey: ['portal', 'prefill', matter, whom],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => mattersApi.prefill.call({ matter, ...whom }),
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
              whom={whom}
              filled={Object.fromEntries(values.map(({ field, ...rest }) => [field, rest]))}
              before={keptInTab({ resident, matter, whom }) ?? (isOwn ? keptBefore(before) : undefined)}
            />
          )}
        </Answered>
      )}
    </Answered>
  )
}
