import { call } from '@orpc/server'
import type { PersonId } from '#platform/kernel/ids.ts'
import type { Cue } from '#platform/server/stage/index.ts'
import { bring, type Cast, type CountyStage, idOf, personOf } from './county.ts'
import { NotThere } from './left-out.ts'
import type { Ask, Dispute, Let, Told } from './script.ts'

/** What a resident does from their phone. */
export async function performByResident(stage: CountyStage, cue: Cue, told: Told, cast: Cast): Promise<void> {
  const { known } = cast
  if ('comes' in told) return
  if ('confirm' in told)
    await stage.ask(cue, ({ enterprises }, options) => call(enterprises.confirm, undefined, options))
  else if ('let' in told) known.set(told.as, await letAct(stage, cue, told, cast))
  else if ('end' in told)
    await stage.ask(cue, ({ mandates }, options) =>
      call(mandates.withdraw, { mandate: idOf(known, told.end) }, options),
    )
  else if ('ask' in told) known.set(told.as, await ask(stage, cue, told, cast))
  else if ('agree' in told) {
    const consent = { case: idOf(known, told.agree), material: told.material }
    await stage.ask(cue, ({ matters }, options) => call(matters.agree, consent, options))
  } else if ('takeBack' in told) await takeBack(stage, cue)
  else if ('correct' in told) {
    const files = [await bring(stage, cue, told.paper)]
    const corrected = { case: idOf(known, told.correct), step: told.step, note: told.words, files }
    await stage.ask(cue, ({ matters }, options) => call(matters.correct, corrected, options))
  } else if ('dispute' in told) known.set(told.dispute, await dispute(stage, cue, told))
  else throw new Error(`${told.by} does not work for the county and cannot play ${cue.key}`)
}

async function letAct(stage: CountyStage, cue: Cue, told: Let, cast: Cast): Promise<string> {
  const until = new Date(cue.at.getTime() + told.days * 86_400_000).toISOString()
  const { phone, name } = personOf(cast, told.let)
  const given = { phone, name, until, matters: told.matters, enterprise: told.enterprise }
  const { mandate } = await stage.ask(cue, ({ mandates }, options) => call(mandates.give, given, options))
  return mandate
}

async function ask(stage: CountyStage, cue: Cue, told: Ask, { known }: Cast): Promise<string> {
  const { ask: matter, form, enterprise } = told
  const materials: Record<string, string[]> = {}
  for (const [material, name] of Object.entries(told.papers)) materials[material] = [await bring(stage, cue, name)]
  const resident = told.resident === undefined ? undefined : (idOf(known, told.resident) as PersonId)
  const asked = { matter, form, materials, enterprise, resident }
  const submitted = await stage.ask(cue, ({ matters }, options) => call(matters.submit, asked, options))
  return submitted.case
}

/** The newest agreement that still counts. */
async function takeBack(stage: CountyStage, cue: Cue): Promise<void> {
  await stage.ask(cue, async ({ portal }, options) => {
    const { consents } = await call(portal.consents, undefined, options)
    const standing = consents.find(({ state }) => state === 'in-force')
    if (standing !== undefined) await call(portal.withdrawConsent, { consent: standing.consent }, options)
  })
}

/** Says at the newest look at the dataset what is wrong in it, as the page does. */
async function dispute(stage: CountyStage, cue: Cue, { dataset, field, words }: Dispute): Promise<string> {
  return stage.ask(cue, async ({ portal }, options) => {
    const { looks } = await call(portal.looks, {}, options)
    const look = looks.find((one) => one.dataset.id === dataset && one.fields.some(({ id }) => id === field))
    if (look === undefined) throw new NotThere(`nobody has looked at ${field} of ${dataset}`)
    const raised = await call(portal.dispute, { look: look.look, field, statement: words }, options)
    return raised.dispute
  })
}
