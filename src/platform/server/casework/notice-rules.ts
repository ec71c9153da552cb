import { isPaymentReturn, type PaymentReturn, paymentReturns } from '#platform/contract/payment-returns.ts'
import { readerOfEnterprise } from '#platform/kernel/actor.ts'
import type { JsonObject } from '#platform/kernel/canonical-json.ts'
import { dateOf } from '#platform/kernel/working-time/index.ts'
import type { SealedEntry } from '#platform/server/journal/index.ts'
import { enterpriseAudience, type Notice, type NoticeRule } from '#platform/server/notices/index.ts'
import type { About } from './about-case.ts'

/*
 * What an applicant hears of their case: that it was accepted (not where the rule decided in the same breath), that something is wanted of
 * them, how it ended, that money, certificate or post went out. On their page they read which matter and why; what leaves the platform
 * names the number alone, for a phone lies on tables. What is an enterprise's is told to whoever acts for it in that matter at the time, and
 * begins with its name. The authority hears where only it can help.
 */

type Words = { readonly zh: string; readonly en: string }
type Tell = (name: string, payload: JsonObject) => { readonly inside: Words; readonly outside: Words }

const list = (value: unknown) => (Array.isArray(value) ? value.map(String).join('；') : '')
const inChinese = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const because = (reason: unknown) => (typeof reason === 'string' && reason !== '' ? `：${reason}` : '')

const told: Readonly<Record<string, Tell>> = {
  'casework.case.accepted': (name, { dueAt }) => {
    const day = dateOf(Date.parse(String(dueAt)))
    return {
      inside: { zh: `${name}已受理，承诺${inChinese(day)}前办结`, en: `${name}: accepted, to be done by ${day}` },
      outside: { zh: `已受理，承诺${inChinese(day)}前办结`, en: `accepted, to be done by ${day}` },
    }
  },
  'casework.case.correction-asked': (name, payload) => ({
    inside: { zh: `${name}需要补正：${list(payload.list)}`, en: `${name} lacks: ${list(payload.list)}` },
    outside: { zh: '需要补正材料，请登录查看清单', en: 'something is missing; sign in for the list' },
  }),
  'casework.case.granted': (name) => ({
    inside: { zh: `${name}已办结：准予`, en: `${name}: granted` },
    outside: { zh: '已办结：准予', en: 'granted' },
  }),
  'casework.case.rejected': (name, { reason }) => ({
    inside: { zh: `${name}不予办理${because(reason)}`, en: `${name}: rejected${because(reason)}` },
    outside: {
      zh: '已办结：不予办理，请登录查看理由和救济途径',
      en: 'rejected; sign in for the reason and the remedy',
    },
  }),
  'casework.case.withdrawn': (name) => ({
    inside: { zh: `${name}的申请已撤回`, en: `${name}: withdrawn` },
    outside: { zh: '已撤回', en: 'withdrawn' },
  }),
  'casework.case.reopened': (name) => ({
    inside: { zh: `${name}重新办理`, en: `${name}: handled again` },
    outside: { zh: '已重新办理', en: 'handled again' },
  }),
}

const carried: Readonly<Record<string, Words>> = {
  payment: { zh: '款项已转出', en: 'the money has gone out' },
  credential: { zh: '电子证照已生成', en: 'the certificate is there' },
  post: { zh: '证件已寄出', en: 'it is in the post' },
}

/** What applicants and authorities are told of cases. */
export const caseNotices: readonly NoticeRule[] = [
  ...Object.entries(told).map(([kind, tell]) => ({
    kind,
    tell: (entry: SealedEntry) => {
      const about = aboutOf(entry)
      if (about === undefined || entry.payload?.atOnce === true) return []
      const { inside, outside } = tell(about.name, entry.payload ?? {})
      return toApplicant(entry, about, inside, outside)
    },
  })),
  { kind: 'casework.outcome.done', tell: tellOutcome },
  { kind: 'casework.outcome.returned', tell: tellReturned },
  { kind: 'casework.outcome.failed', tell: tellFailed },
  { kind: 'casework.case.data-lacking', tell: tellLacking },
]

function tellOutcome(entry: SealedEntry): readonly Notice[] {
  const about = aboutOf(entry)
  const words = carried[String(entry.payload?.kind)]
  if (about === undefined || words === undefined) return []
  const { reference } = entry.payload ?? {}
  const mark = typeof reference === 'string' ? `（${reference}）` : ''
  const inside = { zh: `${about.name}：${words.zh}${mark}`, en: `${about.name}: ${words.en} ${mark}` }
  return toApplicant(entry, about, inside, words)
}

/** The applicant gives another account; the authority hears of it too, for not everybody reads their phone. */
function tellReturned(entry: SealedEntry): readonly Notice[] {
  const { reason } = entry.payload ?? {}
  const about = aboutOf(entry)
  const said = isPaymentReturn(String(reason)) ? paymentReturns[String(reason) as PaymentReturn] : { zh: '', en: '' }
  const inside = (name: string) => ({
    zh: `${name}的款项被银行退回：${said.zh}。请更正收款账户，更正后重新划转`,
    en: `${name}: the bank gave the money back, for ${said.en}. Give another account; it is paid to that`,
  })
  const outside = {
    zh: '款项被银行退回，请登录更正收款账户',
    en: 'the bank gave the money back; sign in and correct the account',
  }
  const office = toAuthority(entry, {
    zh: `款项被银行退回（${said.zh}）：请协助申请人更正收款账户`,
    en: `The bank gave money back (${said.en}): help the applicant to correct the account`,
  })
  return about === undefined ? office : [...office, ...toApplicant(entry, about, inside(about.name), outside)]
}

/** What only a person at the authority can put right. */
function tellFailed(entry: SealedEntry): readonly Notice[] {
  const { said } = entry.payload ?? {}
  if (typeof said === 'string')
    return toAuthority(entry, {
      zh: `银行没有接受划款指令（${said}）：请核实后重新发出`,
      en: `The bank did not take an order to pay (${said}): look into it, then order it anew`,
    })
  return toAuthority(entry, {
    zh: '办件的结果没有发出，系统不会再试：请核实后处理',
    en: 'What a case gave could not be carried out and is not tried again: look into it',
  })
}

function toAuthority(entry: SealedEntry, words: Words): readonly Notice[] {
  const audience = `unit:${String(entry.payload?.authority)}` as const
  return [{ ...{ kind: entry.kind, audience, link: pageOf('/cases', entry) }, ...words }]
}

function tellLacking(entry: SealedEntry): readonly Notice[] {
  const about = aboutOf(entry)
  const { materialName, paper, authority, trouble } = entry.payload ?? {}
  if (about?.resident && String(trouble).startsWith('not-granted:consent-')) return tellConsent(entry, about)
  if (paper !== true)
    return [
      {
        ...{ kind: entry.kind, audience: `unit:${String(authority)}` as const, link: pageOf('/cases', entry) },
        zh: `办件查不到可用的数据：${String(materialName)}，请与数据所属单位联系`,
        en: `No usable data for a case: ${String(materialName)}; ask whoever holds it`,
      },
    ]
  if (about === undefined) return []
  const inside = {
    zh: `${about.name}的“${String(materialName)}”暂时查不到数据：可以自行提供，系统也会再查`,
    en: `${about.name}: no data for “${String(materialName)}” yet; supply it yourself, or wait while it is asked for again`,
  }
  const outside = {
    zh: '有一项材料暂时查不到数据，可以登录自行提供',
    en: 'no data for one material; you may supply it',
  }
  return toApplicant(entry, about, inside, outside)
}

function tellConsent(entry: SealedEntry, about: About): readonly Notice[] {
  const material = String(entry.payload?.materialName)
  const inside = {
    zh: `${about.name}的“${material}”要您同意才能查询：请打开办件表示同意，或者自行提供`,
    en: `${about.name}: “${material}” is looked up only if you agree; open the case and say so, or supply it yourself`,
  }
  return toApplicant(entry, about, inside, {
    zh: '有一项数据要您同意才能查询，请登录办理',
    en: 'your consent is wanted; sign in',
  })
}

/** Nothing of units, which see what is theirs at work, and of entries that do not say what the matter is called. */
function aboutOf({ payload }: SealedEntry): About | undefined {
  const about = payload?.about as Partial<About> | undefined
  const isTold = Boolean(about?.resident ?? about?.enterprise) && about?.name !== undefined
  return isTold ? (about as About) : undefined
}

function toApplicant(entry: SealedEntry, about: About, inside: Words, outside: Words): Notice[] {
  const { resident, enterprise, number, matter } = about
  const notice = { kind: entry.kind, link: pageOf('/portal/cases', entry) }
  if (enterprise === undefined) {
    const words = { zh: `您的申请 ${number} ${outside.zh}`, en: `Your request ${number}: ${outside.en}` }
    return [{ ...notice, ...inside, audience: `resident:${resident}`, outside: words }]
  }
  const { code, name } = enterprise
  const named = { zh: `${name}：${inside.zh}`, en: `${name}: ${inside.en}` }
  const words = { zh: `贵单位的申请 ${number} ${outside.zh}`, en: `Your enterprise’s request ${number}: ${outside.en}` }
  return [readerOfEnterprise(code), readerOfEnterprise(code, matter)].map((reader) => ({
    ...{ ...notice, ...named, audience: enterpriseAudience(reader), outside: words },
  }))
}

/** The page of the case whose stream, or the stream of whose outcome, an entry stands in. */
function pageOf(folder: string, { stream }: SealedEntry): string {
  return `${folder}/${stream.slice(stream.indexOf('/') + 1).split('.')[0]}`
}
