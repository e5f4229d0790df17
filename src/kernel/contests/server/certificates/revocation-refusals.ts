import { conflict, invalid } from '#platform/failures.ts'

export const revokedAlready = () =>
  conflict('revoked-already', { zh: '这份证书已经撤销。', en: 'This certificate is revoked already.' })

export const proposedAlready = () =>
  conflict('revocation-proposed', {
    zh: '已经有人提出撤销，等待决定。',
    en: 'Its revocation is proposed already and waits to be decided.',
  })

export const notRevoked = () =>
  conflict('not-revoked', {
    zh: '证书没有撤销，不能换发。请先提出撤销。',
    en: 'A certificate that holds is not replaced; have it revoked first.',
  })

export const awardIsGone = () =>
  conflict('award-withdrawn', {
    zh: '奖项已经撤销，不能换发证书。',
    en: 'The award was withdrawn; there is nothing to certify.',
  })

export const replacedAlready = () =>
  conflict('replaced-already', { zh: '已经换发过新证书。', en: 'A new one was given already.' })

export const unitHasNoNames = () =>
  invalid('names', {
    field: 'names',
    reason: { zh: '单位的证书上没有个人姓名。', en: 'A unit’s certificate bears no person’s name.' },
  })
