export type { BackupHeading } from './backup-format.ts'
export { NotRestored } from './not-restored.ts'
export { restoreBackup } from './restore-backup.ts'
export { type BackupReport, writeBackup } from './write-backup.ts'
