export { openSecrets, readSecrets, type Secrets } from './secrets.ts'
