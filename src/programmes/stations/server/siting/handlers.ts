import { readPoints } from './read-points.ts'
import { sitingPaper } from './siting-paper.ts'
import { getSiting, listPoints, listPointSets, listSitings } from './siting-queries.ts'
import { cancelSiting, startSiting } from './start-siting.ts'

export const sitingHandlers = {
  readPoints,
  listPointSets,
  listPoints,
  startSiting,
  cancelSiting,
  listSitings,
  getSiting,
  sitingPaper,
}
