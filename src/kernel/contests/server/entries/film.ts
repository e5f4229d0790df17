import { sql } from 'kysely'
import {
  claimFile,
  getFile,
  hasFfmpeg,
  makePlayback,
  requireVideo,
  storePhoto,
  streamAddress,
  withdrawFile,
  type StoredFile,
  type UploadPurpose,
} from '#kernel/files/index.ts'
import type { VideoFacts } from '#kernel/files/shapes-video.ts'
import type { Context } from '#platform/context.ts'
import type { ContestRules } from '../../shapes.ts'
import { tables } from '../tables.ts'

/** Anybody may upload one to enter; the staff of a contest read what an entry took up. */
export const filmUpload: UploadPurpose = {
  purpose: 'contest-video',
  maxBytes: 10 * 1024 ** 3,
  accepts: ['mp4'],
  mayRead: 'contests.read',
}

/** A frame that the browser took of the film. */
export const posterUpload: UploadPurpose = {
  purpose: 'contest-poster',
  maxBytes: 10_000_000,
  accepts: ['jpeg', 'png', 'webp'],
  mayRead: 'contests.read',
}

type Media = ContestRules['categories'][number]['media']
type TakenFilm = { readonly file: StoredFile; readonly facts: VideoFacts }

/** Reads what the uploaded film is. Throws what was found and what is allowed; undefined for a category of texts. */
export async function readFilm(
  ctx: Context,
  media: Media | undefined,
  fileId: string | null,
): Promise<TakenFilm | undefined> {
  if (media?.kind !== 'video' || fileId === null) return undefined
  const file = await getFile(ctx, fileId, filmUpload.purpose)
  return { file, facts: await requireVideo(file, media.video) }
}

/** The entry takes the film up, and the browser's frame, drawn anew so that nothing of its maker is left in it. */
export async function keepFilm(
  ctx: Context,
  entryId: string,
  { file, facts }: TakenFilm,
  { organisationId, posterFileId }: { organisationId: string; posterFileId: string | null },
): Promise<void> {
  await claimFile(ctx, file.id, organisationId)
  await tables(ctx)
    .insertInto('contests.film')
    .values({
      entry_id: entryId,
      file_id: file.id,
      facts: JSON.stringify(facts),
      poster_file_id: posterFileId === null ? null : await keepPoster(ctx, posterFileId, organisationId),
      playback_file_id: null,
    })
    .execute()
}

async function keepPoster(ctx: Context, posterFileId: string, organisationId: string): Promise<string> {
  const original = await getFile(ctx, posterFileId, posterUpload.purpose)
  const { fileId, thumbnailFileId } = await storePhoto(ctx, original, organisationId)
  // A station's photo is everybody's; an entry is for its judges.
  await withdrawFile(ctx, [fileId, thumbnailFileId])
  return fileId
}

const filmColumns = [
  'film.facts',
  'film.file_id as fileId',
  'film.poster_file_id as posterFileId',
  'film.playback_file_id as playbackFileId',
  'film.tries',
] as const

/** An entry's film for the caller's player. Whoever calls this has checked that they may watch it. */
export async function filmOf(ctx: Context, entryId: string) {
  const row = await tables(ctx)
    .selectFrom('contests.film as film')
    .select([...filmColumns])
    .where('film.entry_id', '=', entryId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { facts, playbackFileId, posterFileId } = row
  const isToCome = playbackFileId === null && row.tries < TRIES_MAX && (await hasFfmpeg())
  return {
    videoAddress: streamAddress(ctx, playbackFileId ?? row.fileId),
    posterAddress: posterFileId === null ? null : streamAddress(ctx, posterFileId),
    seconds: facts.seconds,
    width: facts.width,
    height: facts.height,
    plays:
      playbackFileId !== null
        ? ('small-copy' as const)
        : isToCome
          ? ('waiting' as const)
          : ('original' as const),
    playsEverywhere: playbackFileId !== null || facts.playsEverywhere,
  }
}

const TRIES_MAX = 3
const FILMS_AT_ONCE = 20

/**
 * The job: a small copy and a poster of each film that stands, where the machine has `ffmpeg`. A film is tried three times; the
 * original stays, and is what plays until then.
 */
export async function makeFilms(ctx: Context, signal: AbortSignal): Promise<void> {
  if (!(await hasFfmpeg())) return
  const waiting = await tables(ctx)
    .selectFrom('contests.film as film')
    .innerJoin('contests.entry as entry', 'entry.id', 'film.entry_id')
    .innerJoin('contests.contest as contest', 'contest.id', 'entry.contest_id')
    .select([
      'film.entry_id as entryId',
      'film.file_id as fileId',
      'contest.organisation_id as organisationId',
    ])
    .where('film.playback_file_id', 'is', null)
    .where('film.tries', '<', TRIES_MAX)
    .where('entry.state', '=', 'submitted')
    .orderBy('film.tries')
    .orderBy('entry.entered_at')
    .limit(FILMS_AT_ONCE)
    .execute()
  for (const { entryId, fileId, organisationId } of waiting) {
    if (signal.aborted) return
    const film = () => tables(ctx).updateTable('contests.film').where('entry_id', '=', entryId)
    await film()
      .set({ tries: sql<number>`tries + 1` })
      .execute()
    try {
      const original = await getFile(ctx, fileId, filmUpload.purpose)
      const made = await makePlayback(ctx, original, organisationId, signal)
      if (made === undefined) return
      await film().set({ playback_file_id: made.playbackFileId, poster_file_id: made.posterFileId }).execute()
    } catch (error) {
      // A server that stops is no fault of the film.
      if (signal.aborted)
        return void (await film()
          .set({ tries: sql<number>`tries - 1` })
          .execute())
      // One film that cannot be made small must not keep the others waiting; the count of tries keeps it.
      ctx.log.warn({ error, entryId }, 'a small copy of a film was not made')
    }
  }
}
