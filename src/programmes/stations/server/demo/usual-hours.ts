import type { DemoStation, DemoTrait } from './demo-station.ts'
import { weekdayOf } from './days.ts'
import { openingCalendar } from './opening-calendar.ts'
import type { OpenSpan } from './opening-calendar.ts'

/** A stretch of a day with the share of its usual visitors who find the door open. */
export type VisitSpan = OpenSpan & { readonly share: number }

const NOON = { from: 12 * 60, to: 14 * 60 }
const OVERTIME_MINUTES = 60

/** The hours a station declares, bent by what is planted: the truth that "open now" has to learn. */
export function usualHours({ hours, traits }: DemoStation): (day: number) => VisitSpan[] {
  const declared = openingCalendar(hours)
  return (day) =>
    traits.reduce<VisitSpan[]>(
      (spans, trait) => bend(trait, spans, day),
      declared(day).map((span) => ({ ...span, share: 1 })),
    )
}

function bend(trait: DemoTrait, spans: VisitSpan[], day: number): VisitSpan[] {
  switch (trait) {
    case 'locked-at-noon':
      return spans.flatMap((span) => lower(span, NOON, 0.06))
    case 'opens-late':
      return spans.flatMap((span) => lower(span, { from: span.from, to: span.from + 60 }, 0.05))
    case 'locked-at-weekends':
      return weekdayOf(day) >= 6 ? spans.map((span) => ({ ...span, share: 0.05 })) : spans
    case 'stays-open-late':
      return spans.flatMap((span, index) =>
        index === spans.length - 1
          ? [span, { from: span.to, to: Math.min(1440, span.to + OVERTIME_MINUTES), share: 0.8 }]
          : [span],
      )
    case 'broken-dispenser':
    case 'untidy':
    case 'does-not-answer':
      return spans
  }
}

/** Cuts `quiet` out of a span and lowers the share of that part. */
function lower(span: VisitSpan, quiet: OpenSpan, share: number): VisitSpan[] {
  const from = Math.max(span.from, quiet.from)
  const to = Math.min(span.to, quiet.to)
  if (from >= to) return [span]
  return [
    { ...span, to: from },
    { from, to, share: span.share * share },
    { ...span, from: to },
  ].filter((part) => part.from < part.to)
}
