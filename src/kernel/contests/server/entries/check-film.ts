import { dropFile, getFile, requireVideo } from '#kernel/files/index.ts'
import { requirePerson } from '#kernel/people/index.ts'
import { Failure, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getContestRow, noSuchContest } from '../find-contest.ts'

export const checkFilm: Handler<typeof contests.checkFilm> = async (ctx, { contestId, category, fileId }) => {
  requirePerson(ctx)
  const { state, rules } = await getContestRow(ctx, contestId)
  if (state === 'draft') throw noSuchContest()
  const media = rules.categories.find(({ id }) => id === category)?.media
  if (media?.kind !== 'video') throw noFilms()
  const file = await getFile(ctx, fileId, 'contest-video')
  try {
    return { facts: await requireVideo(file, media.video), problems: [] }
  } catch (error) {
    // Too busy to look is no judgement of the film.
    if (!(error instanceof Failure) || error.status !== 422) throw error
    await dropFile(ctx, fileId)
    const problems = error.problems.map((problem) => ({ ...problem, code: problem.code ?? error.code }))
    return { facts: null, problems }
  }
}

const noFilms = () =>
  invalid('film-not-taken', {
    field: 'category',
    reason: { zh: '这个组别不收视频。', en: 'This category takes no films.' },
  })
