import type { Text } from '#platform/text.ts'

/** One day of one route, as each of the three tells it. Rides are 人次, amounts fen. */
export type Cell = {
  readonly day: string
  readonly route: number
  /** What readers handed in: rides that count, and lines that do not. */
  readonly scanned: number
  readonly secondUse: number
  readonly refused: number
  readonly journal: number
  /** Null where the company claims nothing for this day and route. */
  readonly claim: { readonly rides: number; readonly fen: number } | null
}

export const differenceKinds = {
  'missing-in-journal': { zh: '有刷卡记录，账上没有', en: 'scanned, not in the journal' },
  'journal-without-scan': { zh: '账上有，没有刷卡记录', en: 'in the journal, never scanned' },
  'missing-in-claim': { zh: '已入账，公司没有申报', en: 'in the journal, not claimed' },
  'missing-in-scans': { zh: '公司申报，没有刷卡记录', en: 'claimed, never scanned' },
  'second-use': {
    zh: '同一个码两台读卡机用过，第二次由公司承担',
    en: 'one code at two readers: the second is the company’s risk',
  },
  'refused-claimed': { zh: '已被拒绝的记录仍被申报', en: 'claimed although it was refused' },
  'altered-amount': { zh: '申报金额与次数不符', en: 'the amount claimed is not that of the rides' },
  'altered-route': { zh: '申报在同一天的另一条线路', en: 'claimed on another route of the day' },
  'altered-day': { zh: '申报在相邻的一天', en: 'claimed on the day before or after' },
} satisfies Record<string, Text>

export type DifferenceKind = keyof typeof differenceKinds

export type Difference = {
  readonly kind: DifferenceKind
  readonly day: string
  readonly route: number
  readonly rides: number
  /** What the statement changes by where the other side is right and not our records. */
  readonly fen: number
  /** The other route or day of an altered one, and what each of the three says. */
  readonly evidence: Readonly<Record<string, string | number>>
}

/**
 * Names every way in which readers, journal and claim disagree. A function of the totals alone: in what order or how late
 * they came makes no difference. The amounts of the claim's differences add up to claim less journal.
 */
export function reconcile(cells: readonly Cell[], unionFen: number): Difference[] {
  const sorted = cells.toSorted((a, b) => a.day.localeCompare(b.day) || a.route - b.route)
  const hasClaim = sorted.some(({ claim }) => claim !== null)
  return [
    ...sorted.flatMap((cell) => ofJournal(cell, unionFen)),
    ...(hasClaim ? ofClaim(sorted, unionFen) : []),
  ]
}

const saysOf = ({ scanned, journal, claim, secondUse, refused }: Cell) => ({
  scanned,
  journal,
  claimed: claim?.rides ?? 0,
  ...(secondUse > 0 ? { secondUse } : {}),
  ...(refused > 0 ? { refused } : {}),
})

function ofJournal(cell: Cell, unionFen: number): Difference[] {
  const gap = cell.scanned - cell.journal
  if (gap === 0) return []
  const kind = gap > 0 ? 'missing-in-journal' : 'journal-without-scan'
  const { day, route } = cell
  return [{ kind, day, route, rides: Math.abs(gap), fen: gap * unionFen, evidence: saysOf(cell) }]
}

type Surplus = { readonly cell: Cell; rides: number }

function ofClaim(cells: readonly Cell[], unionFen: number): Difference[] {
  const found: Difference[] = []
  const put = (
    kind: DifferenceKind,
    cell: Cell,
    rides: number,
    fen: number,
    more: Difference['evidence'] = {},
  ) => {
    if (rides === 0 && fen === 0) return
    found.push({ kind, day: cell.day, route: cell.route, rides, fen, evidence: { ...saysOf(cell), ...more } })
  }
  const surpluses = cells.map((cell): Surplus => ({ cell, rides: (cell.claim?.rides ?? 0) - cell.journal }))
  for (const surplus of surpluses) {
    const { cell } = surplus
    if (cell.claim !== null) put('altered-amount', cell, 0, cell.claim.fen - cell.claim.rides * unionFen)
    const known = (kind: 'second-use' | 'refused-claimed', most: number) => {
      const rides = Math.max(0, Math.min(surplus.rides, most))
      surplus.rides -= rides
      put(kind, cell, rides, rides * unionFen)
    }
    known('second-use', cell.secondUse)
    known('refused-claimed', cell.refused)
  }
  for (const [more, less] of mirrored(surpluses, (a, b) => a.day === b.day))
    put('altered-route', more.cell, more.rides, 0, { otherRoute: less.cell.route })
  for (const [more, less] of mirrored(
    surpluses,
    (a, b) => a.route === b.route && areNeighbours(a.day, b.day),
  ))
    put('altered-day', more.cell, more.rides, 0, { otherDay: less.cell.day })
  for (const { cell, rides } of surpluses) {
    if (rides > 0) put('missing-in-scans', cell, rides, rides * unionFen)
    if (rides < 0) put('missing-in-claim', cell, -rides, rides * unionFen)
  }
  return found
}

/** Too much in one place and exactly as much too little in another: claimed in the wrong place. Both are then done with. */
function mirrored(
  surpluses: readonly Surplus[],
  fits: (more: Cell, less: Cell) => boolean,
): (readonly [Surplus, Surplus])[] {
  const pairs: (readonly [Surplus, Surplus])[] = []
  for (const more of surpluses) {
    if (more.rides <= 0) continue
    const less = surpluses.find((one) => one.rides === -more.rides && fits(more.cell, one.cell))
    if (less === undefined) continue
    pairs.push([{ ...more }, { ...less }])
    more.rides = 0
    less.rides = 0
  }
  return pairs
}

const DAY_MS = 86_400_000
const areNeighbours = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) === DAY_MS
