import { megabytesOf } from '#kernel/files/client.ts'
import type { Text } from '#platform/text.ts'
import type { Category } from './types.ts'

const resolutions: Readonly<Record<'any' | '720p' | '1080p', Text>> = {
  any: { zh: '清晰度不限', en: 'any size of picture' },
  '720p': { zh: '720P 以上（横拍竖拍都可以）', en: '720P or more, lying or standing' },
  '1080p': { zh: '1080P 以上（横拍竖拍都可以）', en: '1080P or more, lying or standing' },
}

/** What a category takes, in one line. */
export function mediaWords({ media }: Category): Text {
  if (media.kind === 'text')
    return {
      zh: `文字，最多 ${media.charactersMax} 字`,
      en: `a text of at most ${media.charactersMax} characters`,
    }
  const { maxSeconds, resolution, maxBytes } = media.video
  const length = lengthWords(maxSeconds)
  const size = megabytesOf(maxBytes)
  return {
    zh: `MP4 视频，最长 ${length.zh}，${resolutions[resolution].zh}，不超过 ${size}`,
    en: `an MP4 video of at most ${length.en}, ${resolutions[resolution].en}, up to ${size}`,
  }
}

/** 298.4 s as 4 分 58 秒. */
export function lengthWords(seconds: number): Text {
  if (seconds < 1) return { zh: `${seconds.toFixed(1)} 秒`, en: `${seconds.toFixed(1)} s` }
  const whole = Math.round(seconds)
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  const zh = [
    minutes > 0 && `${minutes} 分${rest === 0 ? '钟' : ''}`,
    (rest > 0 || minutes === 0) && `${rest} 秒`,
  ]
  const en = [minutes > 0 && `${minutes} min`, (rest > 0 || minutes === 0) && `${rest} s`]
  return { zh: zh.filter(Boolean).join(' '), en: en.filter(Boolean).join(' ') }
}
