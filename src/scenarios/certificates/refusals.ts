import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What certificates may refuse. */
export const refusals = defineRefusals({
  'certificates.holder.missing': {
    status: 422,
    level: 'info',
    zh: '请填写持证人：个人填姓名和身份号码，单位填统一社会信用代码。',
    en: 'Name the holder: a person by name and identity number, a unit by its unified social credit code.',
  },
})
