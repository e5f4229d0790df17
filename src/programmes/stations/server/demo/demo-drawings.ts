import type { PhotoKind } from '../../rules/standard/standard-schema.ts'
import { createRandom } from './random.ts'

/**
 * Invented pictures in place of photographs: drawn, so that nobody takes them for a place, and few, so that 301 stations
 * share them. Each kind has its own scene; the variant changes colours and where things stand.
 */
export function drawScene(kind: PhotoKind, variant: number): string {
  const random = createRandom(variant, `scene ${kind}`)
  const hue = random.whole(0, 359)
  const wall = `hsl(${hue} 18% ${random.whole(78, 90)}%)`
  const floor = `hsl(${(hue + 30) % 360} 22% ${random.whole(45, 62)}%)`
  const shift = random.whole(-60, 60)
  const parts = scenes[kind]({ shift, accent: `hsl(${(hue + 180) % 360} 45% 42%)`, random })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720">
    <rect width="960" height="720" fill="${wall}"/><rect y="520" width="960" height="200" fill="${floor}"/>${parts}</svg>`
}

type Scene = {
  readonly shift: number
  readonly accent: string
  readonly random: ReturnType<typeof createRandom>
}

const rect = (x: number, y: number, width: number, height: number, fill: string, round = 6) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`
const circle = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`

const door = (x: number) => rect(x, 220, 170, 320, '#5b4a3a') + circle(x + 145, 390, 9, '#d9c27a')
const seat = (x: number, fill: string) =>
  rect(x, 470, 110, 16, fill) + rect(x + 8, 486, 12, 70, fill) + rect(x + 90, 486, 12, 70, fill)

const scenes: Readonly<Record<PhotoKind, (scene: Scene) => string>> = {
  sign: ({ shift, accent }) =>
    door(390 + shift) +
    rect(300 + shift, 110, 360, 90, '#9c1820', 10) +
    `<path d="M${370 + shift} 170 l-26 -26 a16 16 0 0 1 26 -18 a16 16 0 0 1 26 18 z" fill="#fff"/>` +
    rect(420 + shift, 135, 200, 14, '#fff') +
    rect(420 + shift, 160, 150, 10, '#f3d9d9') +
    rect(80, 300, 150, 180, accent),
  outside: ({ shift, accent, random }) =>
    rect(0, 0, 960, 200, '#bcd3e6', 0) +
    rect(160 + shift, 160, 620, 380, '#e6ded0') +
    door(400 + shift) +
    rect(220 + shift, 280, 130, 120, accent) +
    rect(620 + shift, 280, 130, 120, accent) +
    circle(random.whole(60, 120), 470, 70, '#5d8a52'),
  inside: ({ shift, accent, random }) =>
    rect(330 + shift, 400, 300, 20, '#7a5c3e') +
    rect(350 + shift, 420, 16, 130, '#7a5c3e') +
    rect(594 + shift, 420, 16, 130, '#7a5c3e') +
    seat(180 + shift, accent) +
    seat(670 + shift, accent) +
    rect(90, 120, 220, 160, '#cfe3f2') +
    rect(700, 100, random.whole(90, 160), 60, '#f4f4f2'),
  equipment: ({ shift, accent }) =>
    rect(220 + shift, 260, 130, 280, '#f2f4f6') +
    circle(285 + shift, 220, 62, '#9cc8ea') +
    rect(255 + shift, 350, 20, 30, '#c33') +
    rect(295 + shift, 350, 20, 30, '#36c') +
    rect(460 + shift, 400, 260, 150, '#3c3f44') +
    rect(480 + shift, 420, 160, 110, '#6a7078') +
    rect(760, 150, 130, 60, accent),
  rules: ({ shift, random }) =>
    rect(300 + shift, 90, 360, 430, '#fdfcf7') +
    rect(340 + shift, 130, 280, 26, '#9c1820') +
    Array.from({ length: 9 }, (_, line) =>
      rect(340 + shift, 190 + line * 34, random.whole(180, 280), 12, '#5a5a58', 2),
    ).join(''),
}
