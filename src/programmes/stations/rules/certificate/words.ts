import type { Text } from '#platform/text.ts'
import { facilities } from '../facilities.ts'
import type { DocumentKind, PhotoKind, Take } from '../standard/standard-schema.ts'
import type { CertificateState, Why } from './certify.ts'
import type { SanctionKind } from './sanctions.ts'

/** What each word of the rules is called where people read it. */
export const photoKindWords: Readonly<Record<PhotoKind, Text>> = {
  sign: { zh: '标识', en: 'the sign' },
  outside: { zh: '外观', en: 'the outside' },
  inside: { zh: '室内', en: 'the inside' },
  equipment: { zh: '设施', en: 'the equipment' },
  rules: { zh: '上墙制度', en: 'the posted rules' },
}

export const documentKindWords: Readonly<Record<DocumentKind, Text>> = {
  rules: { zh: '管理制度文件', en: 'the rules as signed' },
  agreement: { zh: '共建协议', en: 'the agreement with the host unit' },
  safety: { zh: '安全检查记录', en: 'the safety check' },
}

export const certificateStateWords: Readonly<Record<CertificateState, Text>> = {
  complete: { zh: '齐全', en: 'Complete' },
  lapsing: { zh: '即将到期', en: 'Lapsing' },
  incomplete: { zh: '不齐全', en: 'Incomplete' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
}

const facilityWords = new Map<string, Text>(facilities.map(({ id, text }) => [id, text]))

const named = (ids: readonly string[], language: 'zh' | 'en'): string =>
  ids.map((id) => facilityWords.get(id)?.[language] ?? id).join(language === 'zh' ? '、' : ', ')

/** The evidence that would do, with how old it may be. */
export function takeWords(take: Take): Text {
  switch (take.kind) {
    case 'photo': {
      const of = photoKindWords[take.of]
      return {
        zh: `${take.maxAgeDays}天内在现场拍的${of.zh}照片`,
        en: `a photo of ${of.en}, taken on the spot within ${take.maxAgeDays} days`,
      }
    }
    case 'document': {
      const of = documentKindWords[take.of]
      return { zh: `${take.maxAgeDays}天内的${of.zh}`, en: `${of.en}, within ${take.maxAgeDays} days` }
    }
    case 'answer':
      return {
        zh: `${take.maxAgeDays}天内检查认定：${take.words.zh}${take.expects === 'no' ? '——没有' : ''}`,
        en: `found within ${take.maxAgeDays} days: ${take.words.en}${take.expects === 'no' ? ' (no)' : ''}`,
      }
    case 'keeper':
      return {
        zh: `管理员${take.maxAgeDays}天内确认登记属实`,
        en: `the keeper’s word within ${take.maxAgeDays} days that the register is right`,
      }
    case 'place':
      return { zh: '坐标在本市范围内，地图上查得到', en: 'a coordinate inside the city, on the map' }
    case 'facilities':
      return take.atLeast === take.of.length
        ? { zh: `登记有${named(take.of, 'zh')}`, en: `on the register: ${named(take.of, 'en')}` }
        : {
            zh: `登记有${named(take.of, 'zh')}中的至少${take.atLeast}种`,
            en: `on the register: at least ${take.atLeast} of ${named(take.of, 'en')}`,
          }
  }
}

/** Why a take does not hold. */
export function whyWords(why: Why): Text {
  switch (why.kind) {
    case 'never':
      return { zh: '还没有', en: 'there is none yet' }
    case 'old':
      return {
        zh: `最近一次是${why.day}，超过${why.maxAgeDays}天`,
        en: `the last is of ${why.day}, more than ${why.maxAgeDays} days ago`,
      }
    case 'refuted':
      return {
        zh: `${why.day}检查认定不符合，之前的依据不再算数`,
        en: `an inspection of ${why.day} found otherwise; what is older no longer counts`,
      }
    case 'facilities':
      return {
        zh: `登记了${why.has}种，要求至少${why.atLeast}种；没有登记：${named(why.missing, 'zh')}`,
        en: `${why.has} on the register, ${why.atLeast} wanted; not there: ${named(why.missing, 'en')}`,
      }
    case 'place':
      return {
        zh: '坐标不在本市范围内，或驿站已关闭',
        en: 'the coordinate lies outside the city, or the station is closed',
      }
  }
}

export const sanctionKindWords: Readonly<Record<SanctionKind, Text>> = {
  warning: { zh: '警告', en: 'a warning' },
  suspension: { zh: '暂停证书', en: 'suspending the certificate' },
  withdrawal: { zh: '撤销证书', en: 'withdrawing the certificate' },
  restoration: { zh: '恢复证书', en: 'restoring the certificate' },
}
