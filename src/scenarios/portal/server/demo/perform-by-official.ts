import { call } from '@orpc/server'
import type { Cue } from '#platform/server/stage/index.ts'
import { bring, type Cast, type CountyStage, idOf, personOf } from './county.ts'
import type { Receive, Told, Work } from './script.ts'

/** What somebody at work does: steps of cases, consents on paper, answers to disputes, and what is not theirs to do. */
export async function performByOfficial(stage: CountyStage, cue: Cue, told: Told, cast: Cast): Promise<void> {
  const { known } = cast
  if ('work' in told) return work(stage, cue, told, idOf(known, told.work))
  if ('receive' in told) return receive(stage, cue, told, cast)
  if ('try' in told) return tryInVain(stage, cue, told.to, idOf(known, told.try))
  if (!('answer' in told)) throw new Error(`${told.by} lives here and does not work on ${cue.key}`)
  const { corrected, words: answer } = told
  const given = { dispute: idOf(known, told.answer), corrected, answer }
  await stage.ask(cue, (county, options) => call(county['data-hub'].answerDispute, given, options))
}

async function work(stage: CountyStage, cue: Cue, { step, gives, words, ...told }: Work, id: string): Promise<void> {
  const about = { case: id, step }
  await stage.ask<unknown>(cue, ({ matters }, options) => {
    if (told.do === 'complete') return call(matters.complete, { ...about, note: words, gives }, options)
    if (told.do === 'refuse') return call(matters.refuse, { ...about, reason: words }, options)
    return call(matters.askCorrection, { ...about, list: words.split('；') }, options)
  })
}

async function receive(stage: CountyStage, cue: Cue, { matters, days, ...told }: Receive, cast: Cast): Promise<void> {
  const { name, number } = personOf(cast, told.receive)
  const until = new Date(cue.at.getTime() + days * 86_400_000).toISOString()
  const form = { name, number, matters, until, file: await bring(stage, cue, '签字的同意书.png') }
  await stage.ask(cue, ({ mandates }, options) => call(mandates.recordForm, form, options))
}

/** Refused is what is told here: a case that was opened to somebody would be a fault of the county. */
async function tryInVain(stage: CountyStage, cue: Cue, to: 'view' | 'print' | 'work', id: string): Promise<void> {
  const tried = stage.ask<unknown>(cue, ({ matters }, options) => {
    if (to === 'view') return call(matters.case, { case: id }, options)
    if (to === 'print') return call(matters.paper, { case: id, paper: 'receipt' }, options)
    return call(matters.complete, { case: id, step: 'review', note: '', gives: {} }, options)
  })
  const isRefused = await tried.then(
    () => false,
    (error: Error) => error.message.includes('record.unknown') || Promise.reject(error),
  )
  if (!isRefused) throw new Error(`${cue.key}: the case was not refused`)
}
