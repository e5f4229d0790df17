import { sql } from 'kysely'
import { cityDay, momentAt } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { courseOf, type Turn } from '../../rules/certificate/course.ts'
import type { Cause } from '../certificates/causes.ts'
import { readStory } from '../certificates/read-story.ts'
import { writeFaces, type NewFace, type NewTurn } from '../certificates/write-turns.ts'

/**
 * The certificates' whole history, told from the evidence from the first day on and recorded as it would have been.
 * Only a demo does so, over its own connection: the server has no right to take history away.
 */
export async function retellCertificates(ctx: Context): Promise<void> {
  await sql`delete from stations.certificate_state`.execute(ctx.db)
  await sql`delete from stations.certificate`.execute(ctx.db)
  const { standards, versions, stories } = await readStory(ctx, sql`true`)
  const today = cityDay(ctx.now)
  const faces: NewFace[] = []
  const turns: NewTurn[] = []
  for (const { id, story } of stories) {
    const course = courseOf(standards, story, today)
    turns.push(...course.map((turn, index) => turnOf(id, turn, index, versions)))
    const last = course.at(-1)
    if (last !== undefined) faces.push(faceOf(id, course, versions))
  }
  await writeFaces(ctx, faces, turns)
}

const said = (
  stationId: string,
  { certificate, standard }: Turn,
  index: number,
  versions: readonly string[],
) => ({
  stationId,
  no: index + 1,
  versionId: versions[standard]!,
  state: certificate.state,
  failing: certificate.failing,
  lapsesOn: certificate.lapsesOn,
})

function turnOf(stationId: string, turn: Turn, index: number, versions: readonly string[]): NewTurn {
  const cause: Cause = index === 0 ? 'register' : turn.certificate.failing.length > 0 ? 'time' : 'evidence'
  return {
    ...said(stationId, turn, index, versions),
    validFrom: turn.day,
    recordedAt: momentAt(turn.day, '12:00'),
    cause,
  }
}

/** The last turn's state, with what is due by today's evidence, and since when the state is what it is. */
function faceOf(stationId: string, course: readonly Turn[], versions: readonly string[]): NewFace {
  const last = course.at(-1)!
  const other = course.findLastIndex(({ certificate }) => certificate.state !== last.certificate.state)
  return {
    ...said(stationId, last, course.length - 1, versions),
    turnsOn: last.certificate.turnsOn,
    since: course[other + 1]!.day,
  }
}
