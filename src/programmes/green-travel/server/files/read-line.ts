import { SIGNATURE_LETTERS } from '../../rules/files/ride-file.ts'
import type { FormRefusal } from '../../rules/files/form-refusals.ts'

// Without objects, for this runs once a byte of a file of a million lines.

/** What the last line read held; one a file, written over by the next line. */
export type LineFields = {
  voucher: number
  line: number
  counter: number
  codeAt: number
  readAt: number
  route: number
  fare: number
  signatureAt: number
}

export const newLineFields = (): LineFields => ({
  voucher: 0,
  line: 0,
  counter: 0,
  codeAt: 0,
  readAt: 0,
  route: 0,
  fare: 0,
  signatureAt: 0,
})

const COMMA = 0x2c
const ZERO = 0x30

/** A voucher's number is below 2^53, and so a safe integer. */
const DIGITS_MAX = 15
const COUNTER_MAX = 255
const SECONDS_MAX = 2_147_483_647

/** Where `fieldAt` has come to. */
const cursor = { at: 0 }

/** The digits up to a comma, which is passed; -1 where there are none or too many. */
function fieldAt(bytes: Buffer, from: number, to: number): number {
  let value = 0
  let at = from
  while (at < to) {
    const digit = bytes[at]! - ZERO
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
    at++
  }
  const digits = at - from
  cursor.at = at + 1
  return digits === 0 || digits > DIGITS_MAX || at >= to || bytes[at] !== COMMA ? -1 : value
}

/** The routes of one company, by the code that its readers write: 0 is a route that nobody registered. */
export type RouteTable = (code: string) => number

const ROUTE_LETTERS_MAX = 16

/** A file has a handful of routes: the code's bytes as a number find it again without making a string. */
export function makeRouteReader(routeOf: RouteTable): (bytes: Buffer, from: number, to: number) => number {
  const seen = new Map<number, number>()
  return (bytes, from, to) => {
    let key = to - from
    if (key > 6) return routeOf(bytes.toString('latin1', from, to))
    for (let at = from; at < to; at++) key = key * 256 + bytes[at]!
    const route = seen.get(key)
    if (route !== undefined) return route
    const found = routeOf(bytes.toString('latin1', from, to))
    seen.set(key, found)
    return found
  }
}

/**
 * Reads `<line>,<voucher>,<counter>,<code at>,<read at>,<route>,<fare>,<signature>` from `bytes[from, to)` into `into`.
 * Answers what is wrong with its form, or undefined.
 */
export function readLine(
  bytes: Buffer,
  from: number,
  to: number,
  into: LineFields,
  routeIn: (bytes: Buffer, from: number, to: number) => number,
): FormRefusal | undefined {
  into.line = fieldAt(bytes, from, to)
  if (into.line < 0) return otherwise(bytes, from, to)
  into.voucher = fieldAt(bytes, cursor.at, to)
  if (into.voucher < 0) return otherwise(bytes, from, to)
  into.counter = fieldAt(bytes, cursor.at, to)
  if (into.counter < 1 || into.counter > COUNTER_MAX) return otherwise(bytes, from, to)
  into.codeAt = fieldAt(bytes, cursor.at, to)
  if (into.codeAt < 0 || into.codeAt > SECONDS_MAX) return otherwise(bytes, from, to)
  into.readAt = fieldAt(bytes, cursor.at, to)
  if (into.readAt < 0 || into.readAt > SECONDS_MAX) return otherwise(bytes, from, to)
  const routeEnd = bytes.indexOf(COMMA, cursor.at)
  if (routeEnd <= cursor.at || routeEnd >= to || routeEnd - cursor.at > ROUTE_LETTERS_MAX)
    return otherwise(bytes, from, to)
  into.route = routeIn(bytes, cursor.at, routeEnd)
  const fareAt = routeEnd + 1
  into.fare = fieldAt(bytes, fareAt, to)
  if (into.fare < 0) return hasDecimals(bytes, fareAt, to) ? 'decimal-fen' : otherwise(bytes, from, to)
  into.signatureAt = cursor.at
  return to - into.signatureAt === SIGNATURE_LETTERS ? undefined : otherwise(bytes, from, to)
}

function otherwise(bytes: Buffer, from: number, to: number): FormRefusal {
  for (let at = from; at < to; at++) if (bytes[at]! > 0x7e) return 'not-ascii'
  return 'malformed'
}

/** `1.00` and the like: the commonest thing a spreadsheet program makes of 100. */
const hasDecimals = (bytes: Buffer, from: number, to: number): boolean =>
  /^\d+\.\d+,/.test(bytes.toString('latin1', from, Math.min(to, from + 24)))
