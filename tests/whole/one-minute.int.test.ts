import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStand, type Stand } from '../../bench/sweep/stand.ts'

/* `npm run bench -- sweep` tells how long it takes. */

let stand: Stand

beforeAll(async () => {
  stand = await openStand()
})
afterAll(() => stand?.database.close())

it('a hundred thousand obligations that are due at one minute climb, swept by two at once: none missed, none twice, each at its instant', async () => {
  await expect(stand.climbsPerSecond(100_000, 'one-minute')).resolves.toBeGreaterThan(0)
}, 240_000)
