import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A folder of numbered migrations with the name under which the ledger keeps them. */
export type Room = { readonly name: string; readonly folder: string }

/** One migration file, read. */
export type Migration = { readonly room: string; readonly number: number; readonly name: string; readonly sql: string }

const engines = [
  'database',
  'journal',
  'identity',
  'county',
  'rules',
  'commands',
  'files',
  'personal',
  'refused-access',
  'obligations',
  'data-hub',
  'plans',
  'scoring',
  'figures',
  'notices',
  'deliveries',
  'credentials',
  'residents',
  'casework',
]

/** The platform's own rooms, in the order in which they build on each other. */
export function platformRooms(): Room[] {
  const server = fileURLToPath(new URL('..', import.meta.url))
  return engines
    .map((name) => ({ name, folder: join(server, name, 'migrations') }))
    .filter((room) => existsSync(room.folder))
}

/** The migrations of a room, by number; a file that is misnamed or out of order is a bug and throws. */
export function readRoom(room: Room): Migration[] {
  return readdirSync(room.folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file, index) => {
      const number = Number(file.slice(0, 4))
      if (number !== index + 1) throw new Error(`${room.name}: ${file} should be number ${index + 1}`)
      return { room: room.name, number, name: file, sql: readFileSync(join(room.folder, file), 'utf8') }
    })
}
