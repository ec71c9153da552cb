export { isSameAsker, newIssuer } from './issuer.ts'
export { openDemoIdentity } from './open-demo-identity.ts'
