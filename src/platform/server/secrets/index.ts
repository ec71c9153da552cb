export { keepSecretFile, readSecretFile, replaceSecretFile } from './secret-file.ts'
export { openSecrets, readSecrets, type Secrets } from './secrets.ts'
