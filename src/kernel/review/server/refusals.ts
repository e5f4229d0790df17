import { conflict, Failure, invalid } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { groundsLeft, type Obstacle } from '../rules/moves.ts'
import type { Move, Procedure, State } from '../rules/procedure.ts'
import type { ActionRow } from './actions.ts'
import type { Act } from './act.ts'

const words: Record<Exclude<Obstacle, 'not-from-here'>, Text> = {
  'unknown-move': { zh: '没有这个办理动作。', en: 'There is no such move.' },
  'not-your-turn': { zh: '这一步不由您办理。', en: 'This step is not yours to take.' },
  'own-proposal': {
    zh: '您是申请人或提出人，不能审批自己提出的事项，请由其他人办理。',
    en: 'You applied for or proposed this; nobody decides on what they proposed.',
  },
  'earlier-actor': {
    zh: '您办理过前面的步骤，这一步要由另一个人办理。',
    en: 'You took an earlier step; somebody else takes this one.',
  },
  'notice-running': {
    zh: '公示还没有结束，或还有异议没有答复。',
    en: 'The public notice is still running, or an objection is unanswered.',
  },
  'notice-missing': { zh: '还没有完成公示。', en: 'No public notice has run its course yet.' },
  'dispute-over': { zh: '提出复核的期限已过。', en: 'The time for a dispute is over.' },
  'grounds-used': {
    zh: '每项理由只能提出一次，已经没有可用的理由。',
    en: 'Each ground is used once, and none is left.',
  },
}

const NOT_ALLOWED: readonly Obstacle[] = ['not-your-turn', 'own-proposal', 'earlier-actor']

/** In words that say what stands in the way, never only that something does. */
export function refusalOf(obstacle: Obstacle, state: State, move: Move | undefined): Failure {
  if (obstacle === 'not-from-here') {
    return conflict('not-from-here', {
      zh: `现在是“${state.title.zh}”，不能这样办理。`,
      en: `The case is at “${state.title.en}”; this move does not start there.`,
    })
  }
  const status = NOT_ALLOWED.includes(obstacle) ? 403 : obstacle === 'unknown-move' ? 422 : 409
  const problems = obstacle === 'unknown-move' ? [{ field: 'move', reason: words[obstacle] }] : []
  return new Failure(status, move === undefined ? 'unknown-move' : obstacle, words[obstacle], problems)
}

/** Somebody was quicker; the refusal says who, what and why, so that nothing is decided blindly. */
export function caseMoved(last: ActionRow, procedure: Procedure): Failure {
  const move = procedure.moves.find(({ id }) => id === last.move)
  const state = procedure.states[last.toState]?.title
  const why =
    last.reason === null ? { zh: '', en: '' } : { zh: `（${last.reason}）`, en: ` (${last.reason})` }
  return conflict('case-moved', {
    zh: `您打开之后，${last.actorName}已办理“${move?.title.zh ?? last.move}”${why.zh}，现在是“${state?.zh ?? last.toState}”。`,
    en: `${last.actorName} made “${move?.title.en ?? last.move}”${why.en} after you opened it; it is at “${state?.en ?? last.toState}” now.`,
  })
}

/** What a move must be told with: its reason, and the ground of a dispute. */
export function requireSaid(move: Move, wish: Act, actions: readonly ActionRow[]): void {
  if (move.needsReason === true && (wish.reason ?? '').trim() === '')
    throw invalid('reason-missing', {
      field: 'reason',
      reason: { zh: `“${move.title.zh}”要写明理由。`, en: `“${move.title.en}” needs a reason.` },
    })
  if (move.dispute === undefined) {
    if (wish.ground !== undefined) throw badGround(move, [])
    return
  }
  const left = groundsLeft(move, new Set(actions.flatMap(({ ground }) => ground ?? [])))
  if (wish.ground === undefined || !left.includes(wish.ground)) throw badGround(move, left)
}

function badGround(move: Move, left: readonly string[]): Failure {
  const titles = left.map((id) => move.dispute!.grounds[id]!)
  return invalid('ground', {
    field: 'ground',
    reason: { zh: '请选择一项还没有提出过的理由。', en: 'Choose a ground that was not used yet.' },
    accepted: { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') },
  })
}

export const madeInProgramme = () =>
  conflict('made-in-programme', {
    zh: '这一步要在业务页面里办理。',
    en: 'This step is taken on the page of its programme.',
  })

/** What the database itself refuses, by constraint. */
export const databaseRefusals: Readonly<Record<string, () => Failure>> = {
  standing_one_open: () =>
    conflict('case-open', {
      zh: '这件事已经有一个正在办理的办件。',
      en: 'A case about this is open already.',
    }),
  action_not_own: () => new Failure(403, 'own-proposal', words['own-proposal']),
  action_key: () =>
    conflict('case-moved', {
      zh: '别人刚刚办理了这个办件，请刷新。',
      en: 'Somebody has just moved this case.',
    }),
  action_ground_once: () =>
    conflict('ground', { zh: '这项理由已经提出过。', en: 'This ground was used already.' }),
  objection_answer_key: () =>
    conflict('already-answered', { zh: '这条异议已经答复。', en: 'This objection is answered already.' }),
  objection_answer_not_own: () =>
    new Failure(403, 'own-objection', {
      zh: '提出异议的人不能答复自己的异议。',
      en: 'Nobody answers their own objection.',
    }),
  calendar_year_key: () =>
    conflict('calendar-moved', {
      zh: '别人刚刚录入了这一年，请刷新。',
      en: 'Somebody has just read this year in.',
    }),
}
