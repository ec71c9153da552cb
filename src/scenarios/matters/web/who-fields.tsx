import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/api/session.ts'
import { ButtonLink } from '#platform/web/parts/button.tsx'
import { Choice } from '#platform/web/parts/choice.tsx'
import { TextField } from '#platform/web/parts/field.tsx'
import { CardFields, noCard } from '#platform/web/residents/card-fields.tsx'
import { mandateApi } from '#platform/web/residents/mandate-api.ts'
import { useWords } from '#platform/web/words/words.ts'
import type { HalfKnown } from '../contract/routes/window.ts'
import type { MatterView } from '../contract/views.ts'
import css from './cases.module.css'

const words = {
  kind: ['申请人', 'Applicant'],
  person: ['群众', 'Resident'],
  enterprise: ['企业', 'Enterprise'],
  unit: ['本单位', 'My unit'],
  mandate: ['委托我代办的人', 'Somebody I help'],
  whom: ['替谁办', 'For whom'],
  noMandate: ['还没有人委托您办这件事。先取得本人同意。', 'Nobody has asked you for this. Take their consent first.'],
  helping: ['取得同意', 'Take consent'],
  phone: ['手机号（可不填）', 'Phone, if any'],
  company: ['企业名称', 'Name of the enterprise'],
  code: ['统一社会信用代码', 'Unified social credit code'],
  own: ['以本单位名义提交，机关内部一次不用跑。', 'Asked for in the name of your unit.'],
} as const

type Kind = 'person' | 'enterprise' | 'unit' | 'mandate'

/** Who asks at the desk: somebody with a card, an enterprise, the unit itself, or somebody who lets the official act. */
export function useWho({ matter, applicants }: MatterView, before?: HalfKnown) {
  const [mayWindow, mayHelp] = [useMay('matters.window'), useMay('residents.help')]
  const mandates = useQuery({ ...mandateApi.mineAtWork.queryOptions(), enabled: mayHelp })
  const helped = (mandates.data?.mandates ?? []).filter(
    ({ mine, state, matters }) =>
      mine === 'received' && state === 'in-force' && (matters?.some((one) => one.matter === matter) ?? true),
  )
  const people = new Map(helped.map(({ resident, residentName }) => [resident, residentName]))
  const asked = applicants.filter((kind) => kind === 'unit' || mayWindow) as Kind[]
  const kinds: readonly Kind[] = mayHelp && applicants.includes('person') ? [...asked, 'mandate'] : asked
  const [kind, setKind] = useState<Kind>(before && kinds.includes(before.kind) ? before.kind : (kinds[0] ?? 'unit'))
  const [card, setCard] = useState({ ...noCard, ...(before && cardOf(before)) })
  const [chosen, setChosen] = useState(before?.resident)
  const resident = chosen ?? [...people.keys()][0]
  return {
    ...{ kinds, kind, setKind, card, setCard, people, resident, setResident: setChosen },
    /** As far as it is typed. */
    typed: { kind, ...card, ...(chosen !== undefined && { resident: chosen }) },
    /** Undefined where nobody is chosen. */
    applicant: () => {
      if (kind === 'unit') return { kind }
      if (kind === 'mandate') return resident === undefined ? undefined : { kind, resident }
      const [name, number, phone] = [card.name.trim(), card.number.trim(), card.phone.trim()]
      return { kind, name, number, ...(kind === 'person' && phone && { phone }) }
    },
  }
}

function cardOf({ name, number, phone }: HalfKnown) {
  return { name, number, phone }
}

/** The fields of whoever asks. */
export function WhoFields({ who }: { readonly who: ReturnType<typeof useWho> }) {
  const t = useWords(words)
  return (
    <div className={css.form}>
      {who.kinds.length > 1 && (
        <Choice
          label={t.kind}
          value={who.kind}
          options={who.kinds.map((kind) => ({ value: kind, label: t[kind] }))}
          onChange={who.setKind}
        />
      )}
      {who.kind === 'unit' && <p className={css.note}>{t.own}</p>}
      {who.kind === 'mandate' && <Helped who={who} />}
      {who.kind === 'person' && <CardFields card={who.card} onChange={who.setCard} phone={t.phone} />}
      {who.kind === 'enterprise' && <EnterpriseFields who={who} />}
    </div>
  )
}

function Helped({ who: { people, resident = '', setResident } }: { readonly who: ReturnType<typeof useWho> }) {
  const t = useWords(words)
  if (people.size === 0)
    return (
      <>
        <p className={css.note}>{t.noMandate}</p>
        <ButtonLink to="/helping">{t.helping}</ButtonLink>
      </>
    )
  return (
    <>
      <p className={css.note}>{t.mandate}</p>
      <Choice
        label={t.whom}
        value={resident}
        onChange={setResident}
        options={[...people].map(([value, label]) => ({ value, label }))}
      />
    </>
  )
}

function EnterpriseFields({ who: { card, setCard } }: { readonly who: ReturnType<typeof useWho> }) {
  const t = useWords(words)
  return (
    <>
      <TextField
        label={t.company}
        value={card.name}
        required
        autoComplete="off"
        onChange={(event) => setCard({ ...card, name: event.target.value })}
      />
      <TextField
        label={t.code}
        value={card.number}
        required
        autoComplete="off"
        onChange={(event) => setCard({ ...card, number: event.target.value })}
      />
    </>
  )
}
