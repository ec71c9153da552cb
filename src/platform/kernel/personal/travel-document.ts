/** Papers of people without an eighteen-digit number; none has a check digit that is published. */
export type TravelDocument = 'home-return-permit' | 'taiwan-compatriot-permit' | 'foreigner-permit' | 'passport'

const shapes: Readonly<Record<TravelDocument, RegExp>> = {
  'home-return-permit': /^[HM](\d{8}|\d{10})$/,
  'taiwan-compatriot-permit': /^(\d{8}|\d{10}[A-Z])$/,
  'foreigner-permit': /^[A-Z]{3}\d{12}$/,
  passport: /^[A-Z0-9]{5,17}$/,
}

/** True where a number has the shape of such a paper. */
export function isTravelDocument(document: TravelDocument, text: string): boolean {
  return shapes[document].test(text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
}
