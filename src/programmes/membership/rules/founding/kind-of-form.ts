import type { UnionForm } from './facts.ts'

/** The kind of organisation in the tree that a form comes to: a union with an organiser is a grassroots union. */
export const kindOfForm = (form: UnionForm) =>
  form === 'joint' ? 'joint-union' : form === 'association' ? 'union-association' : 'grassroots-union'

/** What a union's body is called in its papers. */
export const bodyOfForm = (form: UnionForm): string =>
  ({ committee: '工会委员会', joint: '联合工会委员会', association: '工会联合会委员会', organiser: '工会' })[
    form
  ]
