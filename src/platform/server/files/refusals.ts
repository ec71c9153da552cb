import { defineRefusals } from '#platform/contract/refusal-registry.ts'

/** What the file routes may refuse. */
export const refusals = defineRefusals({
  'files.kind-refused': {
    status: 415,
    level: 'info',
    zh: '不接收这种文件“{name}”。可上传照片（JPG、PNG、WebP）、PDF、Word、Excel、CSV、Project XML、OFD 和 ZIP。',
    en: 'Files like “{name}” are not taken. Bring photographs (JPEG, PNG, WebP), PDF, Word, Excel, CSV, Project XML, OFD or ZIP.',
  },
  'files.name-invalid': {
    status: 422,
    level: 'info',
    zh: '文件名缺失或含有不能使用的字符（请求头 X-File-Name，须经 URI 编码，1 至 255 字）。',
    en: 'The file name (header X-File-Name, URI encoded, 1 to 255 characters) is missing or holds characters that cannot be used.',
  },
})
