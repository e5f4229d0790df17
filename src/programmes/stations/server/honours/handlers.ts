import { answerHonourWatch, listHonours, listHonourWatches } from './honour-queries.ts'
import { nameStation, revokeHonour } from './name-station.ts'

export const honourHandlers = { nameStation, revokeHonour, listHonours, answerHonourWatch, listHonourWatches }
