export { checkForm, type FormFault, faultyFields } from './check-form.ts'
export {
  type AskedField,
  type DictionaryField,
  type FieldType,
  type Form,
  type FormProperty,
  fieldTypes,
  formOf,
} from './form.ts'
