import { cityOf, projectionOf, schematicGeometry } from '#kernel/city/index.ts'
import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'
import type { PlannedRun } from './siting-paper.ts'

/** The plan on the city's drawing: an SVG, and where the numbers of the chosen places stand on it, as shares of its box. */
export async function sitingMapSvg(ctx: Context, run: PlannedRun) {
  const city = cityOf(ctx.config)
  const drawing = schematicGeometry(city)
  const { project } = projectionOf(city)
  const places = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
    project(longitude, latitude)
  const demand = await tables(ctx)
    .selectFrom('stations.point')
    .select(['longitude', 'latitude', 'persons'])
    .where('set_id', '=', run.demandId)
    .orderBy('no')
    .limit(5000)
    .execute()
  const stations = await tables(ctx)
    .selectFrom('stations.station')
    .select(['longitude', 'latitude'])
    .where('state', '=', 'operating')
    .orderBy('code')
    .limit(5000)
    .execute()
  const chosen = run.plan.chosen.map(places)
  const box = boxAround(chosen, drawing)
  const unit = box.width / 400
  const most = Math.max(1, ...demand.map(({ persons }) => persons))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.x} ${box.y} ${box.width} ${box.height}">
<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="#f4f2ec"/>
${drawing.areas.map(({ path }) => `<path d="${path}" fill="#fbfaf7" stroke="#c9c4b8" stroke-width="${unit * 0.8}"/>`).join('')}
${drawing.waters.map(({ path, kind }) => (kind === 'lake' ? `<path d="${path}" fill="#d5e4ee"/>` : `<path d="${path}" fill="none" stroke="#d5e4ee" stroke-width="${unit * 3}"/>`)).join('')}
${drawing.roads.map(({ path }) => `<path d="${path}" fill="none" stroke="#e4dfd3" stroke-width="${unit * 1.2}"/>`).join('')}
${demand.map((point) => circle(places(point), unit * (0.8 + 2.4 * Math.sqrt(point.persons / most)), '#8a6d1f', 0.35)).join('')}
${stations.map((station) => circle(places(station), unit * 1.3, '#2f5d8a', 0.9)).join('')}
${chosen.map((place) => circle(place, unit * 4.6, '#9c1820', 1)).join('')}
</svg>`
  return {
    svg,
    ratio: box.height / box.width,
    marks: chosen.map(({ x, y }) => ({ x: (x - box.x) / box.width, y: (y - box.y) / box.height })),
  }
}

type Spot = { readonly x: number; readonly y: number }

const circle = ({ x, y }: Spot, radius: number, colour: string, opacity: number) =>
  `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${radius.toFixed(2)}" fill="${colour}" fill-opacity="${opacity}"/>`

const MARGIN = 40
const WIDTH_MIN = 160
/** Two to three, as it stands best on a page. */
const RATIO = 0.62

/** The chosen places with their surroundings; the whole drawing where nothing was chosen. */
function boxAround(spots: readonly Spot[], drawing: { width: number; height: number }) {
  if (spots.length === 0) return { x: 0, y: 0, width: drawing.width, height: drawing.height }
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs) - MARGIN, Math.max(...xs) + MARGIN]
  const [top, bottom] = [Math.min(...ys) - MARGIN, Math.max(...ys) + MARGIN]
  const width = Math.max(right - left, (bottom - top) / RATIO, WIDTH_MIN)
  const height = width * RATIO
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height }
}
