import { Readable } from 'node:stream'
import type { Actor } from '#platform/kernel/actor.ts'
import type { Kept } from '#platform/server/files/index.ts'
import type { Demonstration, Services } from '#platform/server/scenario/index.ts'
import { makePictures } from './pictures.ts'

/** What several stages of one play share. */
export type Props = {
  /** Somebody at work in the unit of this name, in their first post where it is left out; found once each. */
  actorOf(login: string, unit?: string): Promise<Actor>
  /** Keeps bytes in the file store; the same buffer once. */
  kept(bytes: Buffer): Promise<Kept>
  /** What stands where photographs would. PNG. */
  readonly pictures: readonly Buffer[]
}

/** Gathers what a play needs from the platform that it is played on. */
export function gatherProps({ files }: Services, demo: Demonstration): Props {
  const found = new Map<string, Promise<Actor>>()
  const known = new Map<Buffer, Promise<Kept | undefined>>()
  return {
    actorOf: (login, unit) => {
      const name = `${login} ${unit ?? ''}`
      const actor = found.get(name) ?? demo.actorOf(login, unit)
      found.set(name, actor)
      return actor
    },
    kept: async (bytes) => {
      const keeping = known.get(bytes) ?? files.keep(Readable.from([bytes]), bytes.length)
      known.set(bytes, keeping)
      const kept = await keeping
      if (kept === undefined) throw new Error('a file of the play was longer than itself')
      return kept
    },
    pictures: makePictures(),
  }
}
