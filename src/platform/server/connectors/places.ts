import { z } from 'zod'
import { readSecretFile } from '#platform/server/secrets/index.ts'

const Place = z.strictObject({
  /** Instead of the address in the pack. */
  address: z
    .string()
    .regex(/^(https?|postgres):\/\/[^\s@]+$/)
    .optional(),
  /** Of `bearer`. */
  token: z.string().optional(),
  /** Of `hmac-…`: whom the department knows us as, and the secret that it shares with us. */
  key: z.string().optional(),
  secret: z.string().optional(),
  /** Of `password`. */
  user: z.string().optional(),
  password: z.string().optional(),
})
const Places = z.record(z.string(), Place)

/** Where a department's system stands, and what it must be shown. */
export type Place = z.infer<typeof Place>

/** Finds the place of a connector. */
export type PlaceOf = (connector: string) => Place | undefined

/**
 * The places of the data folder: `connectors-secrets.json`, by connector, and for a demonstration county those of the departments that it
 * plays (`departments.json`), which come and go and are therefore read anew. Throws where others may read them.
 */
export function placesIn(folder: string): PlaceOf {
  const read = (file: string) => Places.parse(JSON.parse(readSecretFile(folder, file) ?? '{}'))
  const own = read('connectors-secrets.json')
  return (connector) => own[connector] ?? read('departments.json')[connector]
}
