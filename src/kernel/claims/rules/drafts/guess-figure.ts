import type { SaidNumber } from '../numbers/said-number.ts'
import { fits } from './judge-number.ts'
import { aboveOf, type KnownFigure } from './known-figure.ts'
import type { Match } from './match-titles.ts'
import { areConfused, unitsAgree } from './units-agree.ts'

const OFFERED_MAX = 3

/**
 * The figure that an unbound number is held against: one that the words name. Of two named ones that differ in what they
 * count, the value decides: 454,545人 where 454,545 turns are recorded is the wrong unit, and no wrong count of people.
 */
export function guessOf(number: SaidNumber, matches: readonly Match<KnownFigure>[]): KnownFigure | undefined {
  const named = matches.filter(({ isNamed }) => isNamed).map(({ one }) => one)
  const confused = named.find(
    (figure) =>
      areConfused(number, figure.dimension) &&
      figure.value !== null &&
      fits(number, figure.value, aboveOf(figure)),
  )
  const alike = named.filter((figure) => unitsAgree(number, figure.dimension))
  const right = alike.find((figure) => figure.value !== null && fits(number, figure.value, aboveOf(figure)))
  return right ?? confused ?? alike[0] ?? named.find((figure) => areConfused(number, figure.dimension))
}

/** Figures to offer, the guessed one first. */
export function likelyFigures(
  number: SaidNumber,
  matches: readonly Match<KnownFigure>[],
  guess: KnownFigure | undefined,
): KnownFigure[] {
  const rest = matches.map(({ one }) => one).filter((figure) => figure !== guess)
  const agreeing = rest.filter((figure) => unitsAgree(number, figure.dimension))
  return [...(guess === undefined ? [] : [guess]), ...agreeing].slice(0, OFFERED_MAX)
}
