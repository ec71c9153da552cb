export { findActor, type TimedActor } from './actor-store.ts'
export * from './commands/index.ts'
export { type Administrator, administratorOf, administrators } from './domain/administrators.ts'
export { type SignInSettings, signInLimits, strictest, strictestSettings } from './domain/sign-in-settings.ts'
export { countDirectory, findJurisdiction, type Jurisdiction } from './jurisdiction-store.ts'
export { findNames, listPeopleNamed, type Names } from './name-store.ts'
export {
  findOrganisation,
  listAncestors,
  listDescendants,
  listOrganisations,
  type Organisation,
  searchOrganisations,
} from './organisation-store.ts'
export { permissions } from './permissions.ts'
export {
  type DirectoryPerson,
  findPerson,
  findPlacedPerson,
  type HeldPost,
  type Holder,
  listHeldPosts,
  listHolders,
  listStandings,
  listUnitPeople,
  type Standing,
  searchPeople,
} from './person-store.ts'
export { listOpenAppointments, listStaffedPosts } from './powers-store.ts'
export { refusals } from './refusals.ts'
export * from './sign-in/index.ts'
export { type IdentityRecord, listIdentityRecord } from './stream-store.ts'
export { listSuccessions, type Succession } from './succession-store.ts'
