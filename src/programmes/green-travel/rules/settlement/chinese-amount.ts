const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/**
 * An amount as vouchers write it: 44999955 fen is 肆拾肆万玖仟玖佰玖拾玖元伍角伍分 (会计基础工作规范 第五十二条: digits in full
 * form, 整 behind whole yuan and jiao, 零 once for any run of zeros). Below zero 负 stands before it.
 */
export function chineseAmount(fen: number): string {
  if (fen < 0) return `负${chineseAmount(-fen)}`
  const [yuan, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  if (fen === 0) return '零元整'
  const whole = yuan === 0 ? '' : `${wholeNumber(yuan)}元`
  if (jiao === 0 && rest === 0) return `${whole}整`
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零'
  return whole + tenths + (rest > 0 ? `${DIGITS[rest]}分` : '整')
}

function wholeNumber(value: number): string {
  const groups: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000)
  let text = ''
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at]!
    if (group === 0) continue
    // A zero stands for what is left out between two groups.
    if (text !== '' && (group < 1_000 || groups[at + 1] === 0)) text += '零'
    text += fourDigits(group) + GROUPS[at]!
  }
  return text
}

function fourDigits(value: number): string {
  let text = ''
  let isGap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) isGap = text !== ''
    else {
      text += (isGap ? '零' : '') + DIGITS[digit]! + PLACES[place]!
      isGap = false
    }
  }
  return text
}
