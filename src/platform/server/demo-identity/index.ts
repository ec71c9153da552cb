export { openDemoIdentity } from './open-demo-identity.ts'
