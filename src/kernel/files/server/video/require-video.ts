import { Failure, invalidInput } from '#platform/failures.ts'
import type { VideoFacts, VideoRule } from '../../shapes-video.ts'
import type { StoredFile } from '../get-file.ts'
import { refusalsOfVideo } from '../rules/video-refusals.ts'
import { readVideo } from './read-video.ts'

/**
 * What the uploaded video is, where the rule allows it. Otherwise throws what was found and what is allowed; one reason
 * stands alone, several are listed.
 */
export async function requireVideo(file: Pick<StoredFile, 'path'>, rule: VideoRule): Promise<VideoFacts> {
  const facts = await readVideo(file.path)
  const problems = refusalsOfVideo(facts, rule)
  if (problems.length === 0) return facts
  const [only] = problems
  if (problems.length > 1) throw invalidInput(problems)
  throw new Failure(422, only!.code!, only!.reason, problems)
}
