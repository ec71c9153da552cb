export { openPrinter, type Paper, type Printer } from './printer.ts'
export { qrSvg } from './qr.ts'
export { type SealState, sealKeyOf, sealStateOf } from './seal/seal.ts'
