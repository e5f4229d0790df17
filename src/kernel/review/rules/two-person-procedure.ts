import type { Text } from '#platform/text.ts'
import { defineProcedure } from './define-procedure.ts'
import type { Procedure, State } from './procedure.ts'

/** A button of whoever decides, and the end that it leads to. */
type Answer = {
  readonly move: string
  readonly title: Text
  readonly to: string
  readonly toTitle: Text
}

export type TwoPersonDraft = {
  /** `<module>.<procedure>`, such as `membership.roster-undo`. */
  readonly id: string
  readonly title: Text
  /** Whoever holds this permission at the case's unit or above decides, but never who proposed it. */
  readonly decidedBy: string
  readonly waiting: { readonly state: string } & Pick<State, 'title' | 'deadline' | 'risesAfter'>
  readonly agree: Answer & { readonly needsReason?: boolean }
  /** Whoever proposed it is told why: a refusal always asks for its reason. */
  readonly refuse: Answer
  /** Permissions that read these cases besides the one that decides them. */
  readonly readableBy?: readonly string[]
}

/**
 * One person proposes a deed, another agrees or refuses, and that is the end; the deed itself is the programme's, in
 * `onState`. Throws an Error that names every fault, as `defineProcedure` does.
 */
export function twoPersonProcedure(draft: TwoPersonDraft): Procedure {
  const { id, title, decidedBy, waiting, agree, refuse, readableBy } = draft
  const { state: initial, ...beginning } = waiting
  if (new Set([initial, agree.to, refuse.to]).size < 3)
    throw new Error(`procedure ${id} is not sound:\n- its three states have no three names`)
  const answered = ({ move, title: said, to }: Answer) => ({
    id: move,
    from: [initial],
    to,
    title: said,
    who: { permission: decidedBy },
    notBy: ['proposer' as const],
  })
  return defineProcedure<string>({
    id,
    title,
    initial,
    states: {
      [initial]: { ...beginning, waitsFor: decidedBy },
      [agree.to]: { title: agree.toTitle, terminal: 'granted' },
      [refuse.to]: { title: refuse.toTitle, terminal: 'refused' },
    },
    moves: [
      { ...answered(agree), needsReason: agree.needsReason ?? false },
      { ...answered(refuse), needsReason: true },
    ],
    readableBy: readableBy ?? [],
  })
}
