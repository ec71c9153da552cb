export { readSheet } from './read-sheet.ts'
export { type Sheet, type SheetReading, sheetLimits } from './sheet.ts'
