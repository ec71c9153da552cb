import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantPlace, readInstantPlace, tellInstantPlace } from './instant-place.ts'

test('any place in a list comes back from the address as it was, and fits what the routes take', () => {
  const place = fc.record({
    at: fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
    id: fc.uuid(),
  })
  fc.assert(
    fc.property(place, (one) => {
      expect(tellInstantPlace(one)).toMatch(instantPlace)
      expect(readInstantPlace(tellInstantPlace(one))).toEqual(one)
    }),
  )
})
