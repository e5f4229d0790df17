import type { Text } from '#platform/text.ts'

import { readStationCode } from '../../rules/station-code.ts'
import { nothing, problemOf, type FieldVerdict } from './field-verdict.ts'
import { readDistrict } from './read-district.ts'
import type { RosterContext, RosterValues } from './roster-context.ts'

const NAME_CHARACTERS_MAX = 60
export function judgeName(values: RosterValues): FieldVerdict<string> {
  const name = (values.name ?? '').replace(/\s+/g, ' ')
  const problem = problemOf('name', name)
  const refuse = (code: string, zh: string, en: string) => ({
    problems: [problem('error', code, { zh, en })],
  })
  if (name === '') return refuse('name-missing', '没有写站点名称。', 'The name is missing.')
  if (/^(?:合计|总计|小计|共计|备注|说明|填表|制表|注[:：])/.test(name)) {
    return refuse(
      'name-is-a-total',
      '这一行像是合计或备注，不是站点。',
      'This row looks like a total or a remark.',
    )
  }
  if (name.length > NAME_CHARACTERS_MAX) {
    return refuse(
      'name-too-long',
      `站点名称超过 ${NAME_CHARACTERS_MAX} 个字。`,
      `The name is longer than ${NAME_CHARACTERS_MAX} characters.`,
    )
  }
  return { value: name, problems: [] }
}

export function judgeDistrict(values: RosterValues, context: RosterContext): FieldVerdict<string> {
  const written = values.district ?? ''
  const problem = problemOf('district', written)
  const accepted = {
    zh: context.districts.map((it) => it.name).join('、'),
    en: context.districts.map((it) => `${it.name} (${it.adcode})`).join(', '),
  }
  if (written === '') {
    const reason = { zh: '没有写所属县区。', en: 'The district is missing.' }
    return { problems: [problem('error', 'district-missing', reason, { accepted })] }
  }
  const verdict = readDistrict(written, context.districts, context.placesAbove)
  if (verdict.ok) return { value: verdict.adcode, problems: [] }
  const reason =
    verdict.code === 'elsewhere'
      ? { zh: `“${written}”不是本市的县区。`, en: `"${written}" is not a district of this city.` }
      : { zh: `没有“${written}”这个县区。`, en: `There is no district "${written}".` }
  return { problems: [problem('error', `district-${verdict.code}`, reason, { accepted })] }
}

export function judgeCode(values: RosterValues, adcode: string | undefined): FieldVerdict<string> {
  if (values.code === undefined) return nothing
  const problem = problemOf('code', values.code)
  const verdict = readStationCode(values.code)
  if (!verdict.ok && verdict.reason === 'shape') {
    const reason = {
      zh: '不是本平台的站点编码，导入时将另编新码。',
      en: 'Not a station code of this platform; a new one will be given.',
    }
    return { problems: [problem('confirm', 'code-foreign', reason, { accepted: ACCEPTED_CODE })] }
  }
  if (!verdict.ok) {
    const reason = {
      zh: '站点编码的校验位不对，可能抄错了。',
      en: 'The check character does not fit; it may be miscopied.',
    }
    return { problems: [problem('error', 'code-check', reason, { accepted: ACCEPTED_CODE })] }
  }
  if (adcode !== undefined && verdict.adcode !== adcode) {
    const reason = {
      zh: `编码属于 ${verdict.adcode}，与所属县区 ${adcode} 不符。`,
      en: `The code belongs to ${verdict.adcode}, not to the district ${adcode}.`,
    }
    return { problems: [problem('error', 'code-of-another-district', reason)] }
  }
  return { value: verdict.code, problems: [] }
}

const ACCEPTED_CODE: Text = {
  zh: '如 410402-0001-M：6 位区划、4 位序号、1 位校验',
  en: 'such as 410402-0001-M: six digits of the district, four of the number, one check character',
}
