import type { Text } from '#platform/text.ts'

/** A purpose that needs a person's own consent, with the words they agree to. Changed words are a new version. */
export type Purpose = {
  readonly id: string
  readonly version: number
  readonly title: Text
  readonly wording: Text
}

/**
 * The purposes for which the platform asks, one by one and never bundled (PIPL articles 14, 23 and 29). What the
 * unions do by law, such as keeping the roll of members, asks for none and stands on the page of what is held.
 */
export const purposes = [
  {
    id: 'sms-notices',
    version: 1,
    title: { zh: '短信通知', en: 'Notices by SMS' },
    wording: {
      zh: '同意工会向我的手机发送活动、服务和办理进度的短信。不影响必要的验证码短信。',
      en: 'The unions may send me SMS about activities, services and progress. Sign-in codes are not affected.',
    },
  },
  {
    id: 'bus-operator',
    version: 1,
    title: { zh: '向公交公司核对乘车资格', en: 'Eligibility shown to the bus company' },
    wording: {
      zh: '单独同意工会向公交公司提供“是否有乘车资格”这一结果，不提供姓名和证件号码。',
      en: 'The bus company may learn whether I am eligible to ride; neither my name nor my document number.',
    },
  },
  {
    id: 'ride-traces',
    version: 1,
    title: { zh: '记录我的公交乘车', en: 'A record of my bus rides' },
    wording: {
      zh: '单独同意工会以化名记录我凭乘车码乘车的时间和线路，用于限次、结算和核查。这属于行踪信息，到期即删除。',
      en: 'My rides by code (time and route) are recorded under a pseudonym, to count, settle and check them. They tell where I was, and are deleted in time.',
    },
  },
  {
    id: 'insurer',
    version: 1,
    title: { zh: '向承保机构提供投保信息', en: 'Data for the insurer' },
    wording: {
      zh: '单独同意工会为办理互助保障向承保机构提供姓名、证件号码和手机号。',
      en: 'The insurer may receive my name, document number and phone, for mutual-aid cover only.',
    },
  },
  {
    id: 'publication',
    version: 1,
    title: { zh: '公开发布照片和作品', en: 'Publication of pictures and works' },
    wording: {
      zh: '同意在工会的页面和宣传中发布含有我的照片、视频和参赛作品。可随时撤回，撤回前已印发的材料除外。',
      en: 'Pictures, videos and contest works that show me may be published; what is printed before I withdraw stays.',
    },
  },
] as const satisfies readonly Purpose[]

export type PurposeId = (typeof purposes)[number]['id']

export const purposeIds = purposes.map((purpose) => purpose.id) as [PurposeId, ...PurposeId[]]
