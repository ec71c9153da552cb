import { useQuery } from '@tanstack/react-query'
import { renderSVG } from 'uqr'
import { checkForm, type Form } from '#platform/kernel/forms/index.ts'
import { useCommand } from '#platform/web/api/command.ts'
import type { FormValue } from '#platform/web/form/form-draft.ts'
import { FailureMessage } from '#platform/web/parts/failure-message.tsx'
import { Answered } from '#platform/web/parts/states.tsx'
import { residentQuery } from '#platform/web/residents/resident-session.ts'
import { useLanguage, useWords } from '#platform/web/words/words.ts'
import type { MatterView } from '#scenarios/matters/public.ts'
import { mattersApi } from '../api.ts'
import type { Screen } from './screen.ts'
import css from './tv.module.css'
import { TvTile } from './tv-tile.tsx'

const words = {
  days: [(days: number) => `${days} 个工作日内办结`, (days: number) => `within ${days} working days`],
  instant: ['几秒内给出结果', 'an answer within seconds'],
  data: ['由数据带来，不用您交：', 'Brought by data: '],
  signIn: ['登录后办理', 'Sign in to go on'],
  submit: ['按 OK 提交', 'Press OK to submit'],
  phone: ['这件事还要填写或拍照，请用手机扫码继续', 'This needs typing or photographs: scan with a phone to go on'],
  done: [(number: string) => `已提交，编号 ${number}`, (number: string) => `Submitted, no. ${number}`],
  cases: ['看我的办件', 'See my cases'],
  back: ['返回', 'Back'],
} as const

type TvMatterProps = { readonly matter: string; readonly go: (screen: Screen) => void; readonly back: () => void }

/** A matter on television: what it is; where data brings all, OK submits; where it does not, the phone goes on. */
export function TvMatter({ matter, go, back }: TvMatterProps) {
  const t = useWords(words)
  const isChinese = useLanguage() === 'zh'
  const { data: resident } = useQuery(residentQuery)
  const query = useQuery(mattersApi.matter.queryOptions({ input: { matter } }))
  return (
    <Answered query={query}>
      {(view: MatterView) => (
        <>
          <h2>{isChinese ? view.name : view.english}</h2>
          <p>{view.instant ? t.instant : t.days(view.promisedDays)}</p>
          <p>
            {t.data}
            {view.materials.flatMap(({ name, byData }) => (byData ? [name] : [])).join('、')}
          </p>
          {resident ? (
            <Submit view={view} go={go} />
          ) : (
            <TvTile look="main" onPress={() => go({ at: 'sign-in', next: { at: 'matter', matter } })}>
              {t.signIn}
            </TvTile>
          )}
          <TvTile onPress={back}>{t.back}</TvTile>
        </>
      )}
    </Answered>
  )
}

function Submit({ view, go }: { readonly view: MatterView; readonly go: (screen: Screen) => void }) {
  const t = useWords(words)
  const { matter } = view
  const prefill = useQuery({
    queryKey: ['portal', 'prefill', matter],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => mattersApi.prefill.call({ matter }),
  })
  const submit = useCommand(mattersApi.submit.call, { touches: [mattersApi.mine.key()] })
  if (submit.data)
    return (
      <>
        <p role="status">{t.done(submit.data.number)}</p>
        <TvTile look="main" onPress={() => go({ at: 'cases' })}>
          {t.cases}
        </TvTile>
      </>
    )
  return (
    <Answered query={prefill}>
      {({ values }) => {
        const form = Object.fromEntries(values.map(({ field, value }) => [field, value as FormValue]))
        if (!isWhole(view, form)) return <OnPhone matter={matter} />
        return (
          <>
            <FailureMessage error={submit.error} />
            <TvTile
              look="main"
              isBusy={submit.isPending}
              onPress={() => submit.mutate({ matter, form, materials: {}, channel: 'television' })}
            >
              {t.submit}
            </TvTile>
          </>
        )
      }}
    </Answered>
  )
}

/** Whether data brought everything that is asked for. */
function isWhole(view: MatterView, form: Readonly<Record<string, FormValue>>): boolean {
  const byHand = view.materials.some(({ byData, required }) => byData === null && required)
  return !byHand && checkForm(view.form as unknown as Form, form).length === 0
}

function OnPhone({ matter }: { readonly matter: string }) {
  const t = useWords(words)
  const address = `${location.origin}/portal/matters/${matter}/apply`
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(address, { border: 2 }))}`
  return (
    <div className={css.phone}>
      <img src={picture} alt={address} className={css.code} />
      <p>{t.phone}</p>
    </div>
  )
}
