/** What the small test county needs to issue certificates. Not exported by the room. */
export const credentialCounty: Readonly<Record<string, string>> = {
  'fields.yaml': `fields:
  - { id: name, name: 姓名, english: Name, type: text, sensitivity: 3, mask: name }
  - { id: identity-number, name: 公民身份号码, english: Identity number, type: identity-number, sensitivity: 4, mask: identity-number }
  - { id: finding, name: 查询结果, english: Finding, type: code, sensitivity: 2, codes: { none: 无房屋登记记录, some: 有房屋登记记录 } }
`,
  'credentials.yaml': `credentials:
  - id: no-house
    version: 1
    effectiveFrom: '2026-01-01'
    name: 无房证明
    english: Certificate of owning no house
    code: C0901
    issuer: jiaotong
    validity: { days: 30 }
    fields:
      - { field: name }
      - { field: identity-number }
      - { field: finding, shown: always }
    body: 经查询，{name}（公民身份号码 {identity-number}）在本县{finding}。特此证明。
    legal: 与纸质证明具有同等法律效力。
`,
}
