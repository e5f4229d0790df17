import type { Problem } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import type { VideoFacts, VideoRule } from '../../shapes-video.ts'
import { megabytes } from './megabytes.ts'

/** A slide show of one picture a second would otherwise run a second over. */
const TOLERANCE_MAX_SECONDS = 0.1
/** Times are fractions with denominators of the track's own; their sum is off by less than this. */
const ROUNDING_SECONDS = 0.001

const PIXELS = { any: [1, 1], '720p': [720, 1280], '1080p': [1080, 1920] } as const

/**
 * What is wrong with a video by the rule, in words: what was found and what is allowed. Its length may pass the limit by
 * one frame, because an ordinary export of 5:00 holds a frame more and reads 300.02 s or 300.04 s.
 */
export function refusalsOfVideo(video: VideoFacts, rule: VideoRule): Problem[] {
  return [tooLarge(video, rule), tooLong(video, rule), tooCoarse(video, rule)].filter(
    (it) => it !== undefined,
  )
}

function tooLarge({ bytes }: VideoFacts, rule: VideoRule): Problem | undefined {
  if (bytes <= rule.maxBytes) return undefined
  return {
    field: 'file',
    code: 'video-too-large',
    reason: {
      zh: `视频有 ${megabytes(bytes, Math.ceil)}。`,
      en: `The video is ${megabytes(bytes, Math.ceil)}.`,
    },
    accepted: { zh: `不超过 ${megabytes(rule.maxBytes)}`, en: `at most ${megabytes(rule.maxBytes)}` },
  }
}

function tooLong({ seconds, frameSeconds }: VideoFacts, rule: VideoRule): Problem | undefined {
  const tolerance = Math.min(frameSeconds, TOLERANCE_MAX_SECONDS) + ROUNDING_SECONDS
  if (seconds <= rule.maxSeconds + tolerance) return undefined
  const allowed = minutes(rule.maxSeconds)
  return {
    field: 'file',
    code: 'video-too-long',
    reason: {
      zh: `视频画面长 ${exact(seconds)} 秒，超出 ${exact(seconds - rule.maxSeconds)} 秒。`,
      en: `The picture runs for ${exact(seconds)} s, ${exact(seconds - rule.maxSeconds)} s over.`,
    },
    accepted: {
      zh: `不超过 ${allowed.zh}（${rule.maxSeconds} 秒，多出一帧不算）`,
      en: `at most ${allowed.en} (${rule.maxSeconds} s; one frame more is fine)`,
    },
  }
}

function tooCoarse({ width, height }: VideoFacts, rule: VideoRule): Problem | undefined {
  const [short, long] = PIXELS[rule.resolution]
  if (Math.min(width, height) >= short && Math.max(width, height) >= long) return undefined
  return {
    field: 'file',
    code: 'video-too-coarse',
    reason: {
      zh: `视频画面是 ${width}×${height}，清晰度不够。`,
      en: `The picture is ${width}×${height}, which is not sharp enough.`,
    },
    accepted: {
      zh: `横拍 ${long}×${short} 或竖拍 ${short}×${long} 以上`,
      en: `${long}×${short} lying or ${short}×${long} standing, or larger`,
    },
  }
}

const exact = (seconds: number): string => seconds.toFixed(2).replace(/\.?0+$/, '')

function minutes(seconds: number): Text {
  const whole = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (whole === 0) return { zh: `${rest}秒`, en: `${rest} s` }
  if (rest === 0) return { zh: `${whole}分钟`, en: `${whole} min` }
  return { zh: `${whole}分${rest}秒`, en: `${whole} min ${rest} s` }
}
