import { z } from 'zod'

/** What a video must be. A second is a second of what is shown; pixels are counted as the picture is shown. */
export const videoRule = z.object({
  maxSeconds: z.number().int().min(1).max(7200),
  /** `1080p` asks for 1920 by 1080 at least, lying or standing; `720p` for 1280 by 720. */
  resolution: z.enum(['any', '720p', '1080p']),
  maxBytes: z
    .number()
    .int()
    .min(1)
    .max(10 * 1024 ** 3),
})
export type VideoRule = z.infer<typeof videoRule>

/** What a video is, as read from the file itself. */
export const videoFacts = z.object({
  container: z.literal('mp4'),
  /** Such as `avc`, `hevc`, `av1`; null where the track names none that is known. */
  codec: z.string().nullable(),
  /** As shown: after a phone's rotation. */
  width: z.number().int(),
  height: z.number().int(),
  /** The video track's presentation: what its edit list leaves of the media. */
  seconds: z.number(),
  /** Of the last frame, by which an export may pass its length. */
  frameSeconds: z.number(),
  bytes: z.number().int(),
  hasSound: z.boolean(),
  /** False for HEVC and the like, which some browsers and older phones cannot show. */
  playsEverywhere: z.boolean(),
})
export type VideoFacts = z.infer<typeof videoFacts>
