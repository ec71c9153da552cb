export { exportJournal } from './export-journal.ts'
export {
  type EntryLine,
  entryPrefix,
  type HeadLine,
  type MetaLine,
  payloadMark,
  writeEntryLine,
  writeLine,
} from './export-line.ts'
