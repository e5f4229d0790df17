import { readFile } from 'node:fs/promises'
import { getFile, requireVideo, storeBytes } from '#kernel/files/index.ts'
import type { VideoFacts } from '#kernel/files/shapes-video.ts'
import { filmUpload, posterUpload } from '../entries/film.ts'
import type { DemoCast } from './cast.ts'

export type DemoFilm = { readonly fileId: string; readonly posterFileId: string; readonly facts: VideoFacts }

const CLIPS = ['hall', 'river', 'standing'] as const
const RULE = { maxSeconds: 60, resolution: '1080p', maxBytes: 1_000_000 } as const

/** Three clips of eight seconds, drawn by a program; every entry of the story shows one of them. */
export async function plantFilms({ ctx, cityId }: DemoCast): Promise<DemoFilm[]> {
  const films: DemoFilm[] = []
  for (const clip of CLIPS) {
    const store = async (ending: 'mp4' | 'jpg', purpose: string, mediaType: string) =>
      storeBytes(ctx, {
        purpose,
        name: `${clip}.${ending}`,
        mediaType,
        content: await readFile(new URL(`./clips/${clip}.${ending}`, import.meta.url)),
        organisationId: cityId,
      })
    const fileId = await store('mp4', filmUpload.purpose, 'video/mp4')
    const facts = await requireVideo(await getFile(ctx, fileId, filmUpload.purpose), RULE)
    films.push({ fileId, facts, posterFileId: await store('jpg', posterUpload.purpose, 'image/jpeg') })
  }
  return films
}
