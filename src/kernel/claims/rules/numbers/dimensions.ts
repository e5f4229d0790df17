import type { SaidDimension } from '../relations/said.ts'
import type { SaidNumber, UnitKind } from './said-number.ts'

/**
 * What a figure may count to be told with a unit of each kind; the likeliest first. 家 may be a station or a union, but is
 * never a person; 人 is never a turn (人次), and what has no unit is never money: nothing says that it is yuan.
 */
const OF_KIND: Readonly<Record<UnitKind, readonly SaidDimension[]>> = {
  persons: ['persons', 'awards'],
  turns: ['turns'],
  money: ['money', 'money-of-others', 'cover'],
  'foreign-money': [],
  occasions: ['things', 'turns'],
  things: ['things', 'places', 'organisations', 'documents', 'awards'],
  ratio: ['ratio'],
  points: [],
  times: [],
  duration: ['duration'],
  age: [],
  area: ['area'],
  length: [],
  weight: [],
  volume: [],
  energy: [],
  none: [
    'things',
    'places',
    'organisations',
    'documents',
    'awards',
    'persons',
    'turns',
    'ratio',
    'area',
    'duration',
  ],
}

export const dimensionsOf = ({ kind }: Pick<SaidNumber, 'kind'>): readonly SaidDimension[] => OF_KIND[kind]
