import { isPaymentReturn, type PaymentReturn, paymentReturns } from '#platform/contract/payment-returns.ts'
import { readerOf } from '#platform/kernel/actor.ts'
import type { OrganisationId, PersonId } from '#platform/kernel/ids.ts'
import type { Matter } from '#platform/server/casework/index.ts'
import type { Names } from '#platform/server/identity/index.ts'
import type { StoryEntry } from '#platform/server/journal/index.ts'

type Payload = Readonly<Record<string, unknown>>
type Tell = (payload: Payload, matter: Matter, names: Names) => string | undefined

const stepName = (matter: Matter, id: unknown) => matter.steps.find((step) => step.id === id)?.name ?? String(id)
const outcomeName = (matter: Matter, id: unknown) => matter.outcomes.find((one) => one.id === id)?.name ?? String(id)
const materialName = (matter: Matter, id: unknown) => matter.materials.find((one) => one.id === id)?.name ?? String(id)
const list = (value: unknown) => (Array.isArray(value) ? (value as readonly unknown[]) : [])

const conclusions: Readonly<Record<string, string>> = { grant: '准予', reject: '不予', refer: '转人工办理' }

const sentences: Readonly<Record<string, Tell>> = {
  submitted: () => '提交申请，已登记',
  brought: ({ materials }, matter) =>
    list(materials)
      .map((one) => one as { readonly material: string; readonly state: string; readonly trouble?: string })
      .map((one) => `${materialName(matter, one.material)}：${saidOf(one)}`)
      .join('；'),
  'data-lacking': ({ material, paper, trouble }, matter) =>
    asksConsent(trouble)
      ? `${materialName(matter, material)}要本人同意才能查询：可以表示同意，也可以自行提供`
      : paper
        ? `${materialName(matter, material)}暂时查不到可用的数据：可以自行提供，系统也会再查`
        : `${materialName(matter, material)}暂时查不到可用的数据：系统会再查，受理单位已知悉`,
  agreed: ({ material }, matter) => `本人同意查询：${materialName(matter, material)}`,
  supplied: ({ material }, matter) => `补交材料：${materialName(matter, material)}`,
  accepted: () => '材料齐全，受理',
  judged: ({ conclusion, reason }) =>
    `规则判定：${conclusions[String(conclusion)] ?? String(conclusion)}${reason ? `，${String(reason)}` : ''}`,
  'step-opened': ({ step, unit }, matter, names) => `转${names.organisation(String(unit))}：${stepName(matter, step)}`,
  'step-done': ({ step, note }, matter) => `办完：${stepName(matter, step)}${note ? `（${String(note)}）` : ''}`,
  'step-refused': ({ step, reason }, matter) => `${stepName(matter, step)}不通过：${String(reason)}`,
  'correction-asked': ({ step, list: asked }, matter) => `${stepName(matter, step)}要求补正：${list(asked).join('；')}`,
  corrected: ({ step }, matter) => `已补正：${stepName(matter, step)}，时限继续`,
  'outcome-given': ({ outcome }, matter) => {
    const { kind = 'document', name = String(outcome) } = matter.outcomes.find(({ id }) => id === outcome) ?? {}
    return `${givenWords[kind]}：${name}`
  },
  'outcome.done': ({ kind, outcome, reference }, matter) =>
    kind === 'payment' ? `银行已划转：${outcomeName(matter, outcome)}（流水号 ${String(reference)}）` : undefined,
  'outcome.returned': ({ outcome, reason }, matter) => {
    const said = isPaymentReturn(String(reason)) ? paymentReturns[String(reason) as PaymentReturn].zh : '账户有误'
    return `银行退回：${outcomeName(matter, outcome)}，${said}，等更正收款账户`
  },
  'outcome.redirected': ({ outcome }, matter) => `更正收款账户，重新划转：${outcomeName(matter, outcome)}`,
  'outcome.failed': ({ outcome, said }, matter) =>
    typeof said === 'string'
      ? `银行没有接受划款指令：${outcomeName(matter, outcome)}（${said}），由受理单位核实后重新发出`
      : `没有发出：${outcomeName(matter, outcome)}，由受理单位核实`,
  'outcome.reordered': ({ outcome, reason }, matter) =>
    `重新发出划款指令：${outcomeName(matter, outcome)}（${String(reason)}），原流水号先关闭`,
  granted: () => '准予，办结',
  rejected: ({ reason }) => `不予办理：${String(reason ?? '')}`,
  withdrawn: ({ reason }) => `撤回申请：${String(reason ?? '')}`,
  reopened: ({ reason }) => `重新办理：${String(reason ?? '')}`,
}

const givenWords = { document: '出具', credential: '出具', payment: '交银行划转', post: '交寄' } as const

const broughtWords: Readonly<Record<string, string>> = {
  brought: '数据已核验',
  absent: '数据核验为无记录',
  wanted: '部门暂未答复，系统会继续查询',
}

/** Nothing was asked of the department: it waits for the person, and not the person for it. */
const asksConsent = (trouble: unknown) => String(trouble).startsWith('not-granted:consent-')

function saidOf({ state, trouble }: { readonly state: string; readonly trouble?: string }): string {
  if (state === 'wanted' && asksConsent(trouble)) return '等本人同意后查询'
  return broughtWords[state] ?? state
}

/** The story of a case in sentences, oldest first. */
export function storyOf(entries: readonly StoryEntry[], matter: Matter, names: Names, resident: string | null) {
  return entries.flatMap((entry) => {
    const said = sentences[entry.kind.replace(/^casework\.(case\.)?/, '')]?.(entry.payload ?? {}, matter, names)
    if (said === undefined) return []
    return [
      {
        ...{ entry: entry.id, at: entry.at.toISOString(), kind: entry.kind, by: byOf(entry, names, resident) },
        words: said,
      },
    ]
  })
}

function byOf({ actor }: StoryEntry, names: Names, resident: string | null): string {
  if (!('person' in actor)) return '系统'
  if (actor.person === resident) return '申请人'
  const isHelper = actor.organisation === undefined || actor.organisation === readerOf(actor.person as PersonId)
  return isHelper ? '代办人' : names.organisation(actor.organisation as OrganisationId)
}
