import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, permits, reach, type Scope, scopes, type Target, widest } from './actor.ts'
import type { JurisdictionId, OrganisationId, PersonId, PostId } from './ids.ts'

const organisations = ['county', 'fagai', 'fagai-office', 'jiaotong'] as OrganisationId[]
const people = ['me', 'you'] as PersonId[]

function actorWith(scope: Scope | undefined): Actor {
  return {
    jurisdiction: '331123' as JurisdictionId,
    person: 'me' as PersonId,
    personName: '王建国',
    post: 'fagai.director' as PostId,
    postTitle: '局长',
    organisation: 'fagai' as OrganisationId,
    organisationName: '发展和改革局',
    permissions: new Map(scope ? [['projects.read', scope]] : []),
    subtree: ['fagai', 'fagai-office'] as OrganisationId[],
  }
}

const target: fc.Arbitrary<Target> = fc.record(
  { person: fc.constantFrom(...people), organisation: fc.constantFrom(...organisations) },
  { requiredKeys: [] },
)
const scope = fc.constantFrom(...scopes)

describe('an actor', () => {
  test('may do nothing that the post does not name', () => {
    fc.assert(fc.property(target, (about) => !permits(actorWith(undefined), 'projects.read', about)))
    fc.assert(fc.property(scope, target, (s, about) => !permits(actorWith(s), 'projects.write', about)))
  })

  test('may with a wider scope do all that a narrower one allows', () => {
    fc.assert(
      fc.property(scope, scope, target, (a, b, about) => {
        const wider = permits(actorWith(widest(a, b)), 'projects.read', about)
        return wider || !permits(actorWith(a), 'projects.read', about)
      }),
    )
  })

  test('reaches exactly the organisations in which the permission holds for another person’s things', () => {
    fc.assert(
      fc.property(scope, fc.constantFrom(...organisations), (s, organisation) => {
        const actor = actorWith(s)
        const reached = reach(actor, 'projects.read')
        const listed = reached === 'all' || reached.includes(organisation)
        expect(permits(actor, 'projects.read', { person: 'you' as PersonId, organisation })).toBe(listed)
      }),
    )
  })

  test('may always act on what is their own, wherever it lies', () => {
    fc.assert(
      fc.property(scope, fc.constantFrom(...organisations), (s, organisation) =>
        permits(actorWith(s), 'projects.read', { person: 'me' as PersonId, organisation }),
      ),
    )
  })

  test('does not gain a thing without an owner by a scope below the jurisdiction', () => {
    expect(permits(actorWith('subtree'), 'projects.read', {})).toBe(false)
    expect(permits(actorWith('jurisdiction'), 'projects.read', {})).toBe(true)
  })
})
