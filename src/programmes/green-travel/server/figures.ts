import type { Figure } from '#kernel/figures/index.ts'
import { moneyFigures } from './figures/money-figures.ts'
import { rideFigures } from './figures/ride-figures.ts'
import { riderFigures } from './figures/rider-figures.ts'

/** Rides, riders and the three figures of money: earned, paid, and what was paid ahead. */
export const figures: readonly Figure[] = [...rideFigures, ...riderFigures, ...moneyFigures]
