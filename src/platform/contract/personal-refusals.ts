import { defineRefusals } from './refusal-registry.ts'

/** What a look at somebody's personal values may be refused with. */
export const personalRefusals = defineRefusals({
  'personal.value.erased': {
    status: 410,
    level: 'info',
    zh: '这项个人信息已于 {at} 依法删除，原文不再保存。',
    en: 'This was erased on {at} as the law orders; it is not kept any more.',
  },
})
