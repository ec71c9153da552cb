export { openPrinter, type Paper, type Printer } from './printer.ts'
export { qrSvg } from './qr.ts'
