export { bankDigits, groupedByFour, isBankAccount, isBankCard } from './bank-number.ts'
export { creditCodeFor, isCreditCode } from './credit-code.ts'
export {
  checkDigitOf,
  type IdentityForm,
  type IdentityNumber,
  type IdentityNumberFault,
  readIdentityNumber,
} from './identity-number.ts'
export { isMaskKind, type MaskKind, mask, maskKinds } from './mask.ts'
export { isMobile, isPhone } from './phone.ts'
export { isTravelDocument, type TravelDocument } from './travel-document.ts'
