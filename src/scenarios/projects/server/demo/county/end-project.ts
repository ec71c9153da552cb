import { call } from '@orpc/server'
import { seeded } from '#platform/kernel/seeded.ts'
import type { Instant } from '#platform/kernel/working-time/index.ts'
import { someDaysAfter } from './behaviour.ts'
import type { Telling } from './county-play.ts'

/**
 * The end of a project whose last node was accepted: its lead closes it with an evaluation some days later, and archives it weeks
 * after that. Some leads leave it open.
 */
export function endProject({ play, stage, drafted, agenda }: Omit<Telling, 'chance'>, acceptedAt: Instant): void {
  const { outline, words } = play.material
  const { calendar } = play.services.rules()
  const { script, lead, project } = drafted
  const chance = seeded(`${outline.seed}/${script.name}/end`)
  const cueOf = (at: Instant, act: string) => ({
    actor: lead,
    at: new Date(at),
    key: `county/${script.name}/${act}`,
  })

  const close = async (at: Instant) => {
    const input = { project, words: chance.pick(words.closed) }
    await stage.ask(cueOf(at, 'close'), (router, options) => call(router.close, input, options))
    const archivedAt = someDaysAfter(calendar, at, outline.closing.archive, chance)
    agenda.add(archivedAt, () => archive(archivedAt))
  }

  const archive = async (at: Instant) => {
    await stage.ask(cueOf(at, 'archive'), (router, options) => call(router.archive, { project }, options))
  }

  if (!chance.happens(outline.closing.share)) return
  const closedAt = someDaysAfter(calendar, acceptedAt, outline.closing.days, chance)
  agenda.add(closedAt, () => close(closedAt))
}
