import type { Status } from '#ui/data/status-badge.tsx'

type Outcome = 'granted' | 'refused' | 'withdrawn' | 'closed' | null

const ofOutcome = { granted: 'good', refused: 'bad', withdrawn: 'quiet', closed: 'quiet' } as const

export const statusOf = (outcome: Outcome): Status => (outcome === null ? 'info' : ofOutcome[outcome])
