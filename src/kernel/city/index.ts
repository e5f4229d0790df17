/** Front door of kernel part `city`: which city this is, its districts, and whether a place can lie in it. */
export { cityOf } from './server/current.ts'
export {
  findDistrict,
  findFormerDistrict,
  judgeEnvelope,
  type City,
  type District,
  type EnvelopeVerdict,
} from './server/city.ts'
export { ringContains, metresToRing, type LngLat, type Ring } from './server/ring.ts'
export { projectionOf, schematicGeometry } from './server/schematic.ts'
export { cityModule } from './server/module.ts'
