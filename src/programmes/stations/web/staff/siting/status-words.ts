import type { Status } from '#ui/data/status-badge.tsx'

export const sitingStatus: Readonly<Record<string, Status>> = {
  computing: 'info',
  optimal: 'good',
  'cut-off': 'warn',
  'nothing-found': 'bad',
  'none-in-reach': 'warn',
  cancelled: 'quiet',
  failed: 'bad',
}
