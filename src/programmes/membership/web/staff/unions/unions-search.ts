import type { InputOf } from '#platform/contract.ts'
import type { membership } from '../../../contract.ts'
import { termStage, unionForm, unionTrade } from '../../../shapes-unions.ts'

export type UnionsWish = InputOf<typeof membership.listUnions>

const SORTS = ['name', 'term', 'members', 'founded'] as const

/** Reads an address. Whatever is not understood counts as not said: an old or mistyped link still opens the list. */
export function readUnionsSearch(given: URLSearchParams): UnionsWish {
  const stage = given.get('stage')
  const page = Number(given.get('page'))
  const adcode = given.get('adcode') ?? ''
  const search = (given.get('search') ?? '').slice(0, 60)
  const form = unionForm.safeParse(given.get('form')).data
  const trade = unionTrade.safeParse(given.get('trade')).data
  const known = termStage.safeParse(stage).data
  return {
    ...(search !== '' && { search }),
    ...(form && { form }),
    ...(trade && { trade }),
    ...(/^\d{6}$/.test(adcode) && { adcode }),
    ...(stage === 'due' ? { stage } : known !== undefined && { stage: known }),
    ...(given.get('newForm') === 'true' && { newForm: true }),
    vacantOnly: given.get('vacantOnly') === 'true',
    state: given.get('state') === 'all' ? 'all' : 'active',
    sort: SORTS.find((sort) => sort === given.get('sort')) ?? 'name',
    descending: given.get('descending') === 'true',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** The address with one thing changed; a changed filter begins at the first page. */
export function withChanged(
  given: URLSearchParams,
  changed: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(given)
  if (!('page' in changed)) next.delete('page')
  for (const [name, value] of Object.entries(changed)) {
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}
