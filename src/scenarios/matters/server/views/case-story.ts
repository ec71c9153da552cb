import { isPaymentReturn, type PaymentReturn, paymentReturns } from '#platform/contract/payment-returns.ts'
import { readerOf } from '#platform/kernel/actor.ts'
import type { OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import type { Matter } from '#platform/server/casework/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { StoryEntry } from '#platform/server/journal/index.ts'

type Payload = Readonly<Record<string, unknown>>
type Words = { readonly zh: string; readonly en: string }
type Tell = (payload: Payload, matter: Matter, names: Names) => Words | undefined

const stepName = (matter: Matter, id: unknown) => matter.steps.find((step) => step.id === id)?.name ?? String(id)
const outcomeName = (matter: Matter, id: unknown) => matter.outcomes.find((one) => one.id === id)?.name ?? String(id)
const materialName = (matter: Matter, id: unknown) => matter.materials.find((one) => one.id === id)?.name ?? String(id)
const list = (value: unknown) => (Array.isArray(value) ? (value as readonly unknown[]) : [])
const text = (value: unknown) => (typeof value === 'string' ? value : '')

const conclusions: Readonly<Record<string, Words>> = {
  grant: { zh: '准予', en: 'granted' },
  reject: { zh: '不予', en: 'rejected' },
  refer: { zh: '转人工办理', en: 'a person decides' },
}

/** Names of the pack, and what people wrote, stay in the language in which they stand. */
const sentences: Readonly<Record<string, Tell>> = {
  submitted: () => ({ zh: '提交申请，已登记', en: 'Asked for, and registered' }),
  brought: ({ materials }, matter) => {
    const all = list(materials).map((one) => one as { readonly material: string } & Said)
    return {
      zh: all.map((one) => `${materialName(matter, one.material)}：${saidOf(one).zh}`).join('；'),
      en: all.map((one) => `${materialName(matter, one.material)}: ${saidOf(one).en}`).join('; '),
    }
  },
  'data-lacking': (payload, matter) => tellLacking(materialName(matter, payload.material), payload),
  agreed: ({ material }, matter) => ({
    zh: `本人同意查询：${materialName(matter, material)}`,
    en: `The person agreed to the look-up: ${materialName(matter, material)}`,
  }),
  supplied: ({ material }, matter) => ({
    zh: `补交材料：${materialName(matter, material)}`,
    en: `Paper handed in: ${materialName(matter, material)}`,
  }),
  accepted: () => ({ zh: '材料齐全，受理', en: 'Complete, and accepted' }),
  judged: ({ conclusion, reason }) => {
    const { zh, en } = conclusions[String(conclusion)] ?? { zh: String(conclusion), en: String(conclusion) }
    return {
      zh: `规则判定：${zh}${reason ? `，${String(reason)}` : ''}`,
      en: `The rule: ${en}${reason ? ` (${String(reason)})` : ''}`,
    }
  },
  'step-opened': ({ step, unit }, matter, names) => {
    const [name, at] = [stepName(matter, step), names.organisation(String(unit))]
    return { zh: `转${at}：${name}`, en: `Passed to ${at}: ${name}` }
  },
  'step-done': ({ step, note }, matter) => ({
    zh: `办完：${stepName(matter, step)}${note ? `（${String(note)}）` : ''}`,
    en: `Done: ${stepName(matter, step)}${note ? ` (${String(note)})` : ''}`,
  }),
  'step-refused': ({ step, reason }, matter) => ({
    zh: `${stepName(matter, step)}不通过：${String(reason)}`,
    en: `${stepName(matter, step)} refused: ${String(reason)}`,
  }),
  'correction-asked': ({ step, list: asked }, matter) => ({
    zh: `${stepName(matter, step)}要求补正：${list(asked).join('；')}`,
    en: `${stepName(matter, step)} asks for what is missing: ${list(asked).join('; ')}`,
  }),
  corrected: ({ step }, matter) => ({
    zh: `已补正：${stepName(matter, step)}，时限继续`,
    en: `Supplied for ${stepName(matter, step)}; its clock goes on`,
  }),
  'outcome-given': ({ outcome }, matter) => {
    const { kind = 'document', name = String(outcome) } = matter.outcomes.find(({ id }) => id === outcome) ?? {}
    return { zh: `${givenWords[kind].zh}：${name}`, en: `${givenWords[kind].en}: ${name}` }
  },
  ...outcomeSentences(),
  granted: () => ({ zh: '准予，办结', en: 'Granted; the case has ended' }),
  rejected: ({ reason }) => ({ zh: `不予办理：${text(reason)}`, en: `Rejected: ${text(reason)}` }),
  withdrawn: ({ reason }) => ({ zh: `撤回申请：${text(reason)}`, en: `Withdrawn: ${text(reason)}` }),
  reopened: ({ reason }) => ({ zh: `重新办理：${text(reason)}`, en: `Opened again: ${text(reason)}` }),
}

function tellLacking(name: string, { paper, trouble }: Payload): Words {
  if (asksConsent(trouble))
    return {
      zh: `${name}要本人同意才能查询：可以表示同意，也可以自行提供`,
      en: `${name} is looked up only with the person’s consent: agree, or supply the paper`,
    }
  return paper
    ? {
        zh: `${name}暂时查不到可用的数据：可以自行提供，系统也会再查`,
        en: `No usable data for ${name} yet: supply it, or wait while it is asked for again`,
      }
    : {
        zh: `${name}暂时查不到可用的数据：系统会再查，受理单位已知悉`,
        en: `No usable data for ${name} yet: it is asked for again, and the authority knows`,
      }
}

/** What became of what a case gave; of money, each turn that it took. */
function outcomeSentences(): Readonly<Record<string, Tell>> {
  return {
    'outcome.done': ({ kind, outcome, reference }, matter) => {
      const name = outcomeName(matter, outcome)
      const number = String(reference)
      const told = {
        zh: `银行已划转：${name}（流水号 ${number}）`,
        en: `Paid by the bank: ${name} (reference ${number})`,
      }
      return kind === 'payment' ? told : undefined
    },
    'outcome.returned': ({ outcome, reason }, matter) => {
      const name = outcomeName(matter, outcome)
      const known = isPaymentReturn(text(reason)) && paymentReturns[reason as PaymentReturn]
      const said = known || { zh: '账户有误', en: 'the account is wrong' }
      return {
        zh: `银行退回：${name}，${said.zh}，等更正收款账户`,
        en: `Given back by the bank: ${name}, for ${said.en}; another account is waited for`,
      }
    },
    'outcome.redirected': ({ outcome }, matter) => ({
      zh: `更正收款账户，重新划转：${outcomeName(matter, outcome)}`,
      en: `Account corrected, ordered anew: ${outcomeName(matter, outcome)}`,
    }),
    'outcome.failed': ({ outcome, said }, matter) => {
      const name = outcomeName(matter, outcome)
      return typeof said === 'string'
        ? {
            zh: `银行没有接受划款指令：${name}（${said}），由受理单位核实后重新发出`,
            en: `Not taken by the bank: ${name} (${said}); the authority looks into it and orders it anew`,
          }
        : { zh: `没有发出：${name}，由受理单位核实`, en: `Not issued: ${name}; the authority looks into it` }
    },
    'outcome.reordered': ({ outcome, reason }, matter) => ({
      zh: `重新发出划款指令：${outcomeName(matter, outcome)}（${text(reason)}），原流水号先关闭`,
      en: `Ordered anew: ${outcomeName(matter, outcome)} (${text(reason)}); the number before is closed first`,
    }),
  }
}

const givenWords = {
  document: { zh: '出具', en: 'Issued' },
  credential: { zh: '出具', en: 'Issued' },
  payment: { zh: '交银行划转', en: 'Ordered from the bank' },
  post: { zh: '交寄', en: 'To be posted' },
} as const

const broughtWords: Readonly<Record<string, Words>> = {
  brought: { zh: '数据已核验', en: 'checked by data' },
  absent: { zh: '数据核验为无记录', en: 'no record, by data' },
  wanted: { zh: '部门暂未答复，系统会继续查询', en: 'no answer yet; it is asked for again' },
}

/** Nothing was asked of the department: it waits for the person, and not the person for it. */
const asksConsent = (trouble: unknown) => String(trouble).startsWith('not-granted:consent-')

type Said = { readonly state: string; readonly trouble?: string }

function saidOf({ state, trouble }: Said): Words {
  if (state === 'wanted' && asksConsent(trouble))
    return { zh: '等本人同意后查询', en: 'waits for the person’s consent' }
  return broughtWords[state] ?? { zh: state, en: state }
}

/** The story of a case in sentences, oldest first. */
export function storyOf(entries: readonly StoryEntry[], matter: Matter, names: Names, resident: string | null) {
  return entries.flatMap((entry) => {
    const said = sentences[entry.kind.replace(/^casework\.(case\.)?/, '')]?.(entry.payload ?? {}, matter, names)
    if (said === undefined) return []
    return [
      {
        ...{ entry: entry.id, at: entry.at.toISOString(), kind: entry.kind, ...byOf(entry, names, resident) },
        ...{ words: said.zh, english: said.en },
      },
    ]
  })
}

function byOf({ actor }: StoryEntry, names: Names, resident: string | null): { by: string; byEnglish: string } {
  if (!('person' in actor)) return { by: '系统', byEnglish: 'The system' }
  if (actor.person === resident) return { by: '申请人', byEnglish: 'The applicant' }
  const isHelper = actor.organisation === undefined || actor.organisation === readerOf(actor.person as PersonId)
  if (isHelper) return { by: '代办人', byEnglish: 'A helper' }
  const unit = names.organisation(actor.organisation as OrganisationId)
  return { by: unit, byEnglish: unit }
}
