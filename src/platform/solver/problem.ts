import { Failure } from '../failures.ts'

/** The number of a variable, as `variable` gave it. */
export type Variable = number

export type Sense = 'maximise' | 'minimise'

export type VariableWish = {
  /** What one of it adds to the objective. */
  readonly cost: number
  /** 0 unless said. */
  readonly lower?: number
  /** Without end unless said. */
  readonly upper?: number
  /** Only whole numbers will do. */
  readonly isWhole?: boolean
}

export type RowWish = {
  readonly lower?: number
  readonly upper?: number
  /** Each variable at most once. */
  readonly terms: Iterable<readonly [Variable, number]>
}

/** Beyond these a problem would hold the machine for minutes and its memory for gigabytes. */
export const SOLVER_LIMITS = { variables: 200_000, rows: 200_000, coefficients: 4_000_000 } as const

/** A problem in the making: variables first, then the rows that bind them. Throws `problem-too-large`. */
export type Problem = ReturnType<typeof makeProblem>

export function makeProblem(sense: Sense) {
  const costs: number[] = []
  const lowers: number[] = []
  const uppers: number[] = []
  const whole: number[] = []
  const rowLowers: number[] = []
  const rowUppers: number[] = []
  const starts: number[] = [0]
  const indices: number[] = []
  const values: number[] = []
  return {
    sense,
    variable({ cost, lower = 0, upper = Infinity, isWhole = false }: VariableWish): Variable {
      if (costs.length >= SOLVER_LIMITS.variables) throw tooLarge()
      lowers.push(lower)
      uppers.push(upper)
      whole.push(isWhole ? 1 : 0)
      return costs.push(cost) - 1
    },
    row({ lower = -Infinity, upper = Infinity, terms }: RowWish): void {
      for (const [variable, coefficient] of terms) {
        indices.push(variable)
        values.push(coefficient)
      }
      rowLowers.push(lower)
      rowUppers.push(upper)
      starts.push(indices.length)
      if (rowLowers.length > SOLVER_LIMITS.rows || indices.length > SOLVER_LIMITS.coefficients)
        throw tooLarge()
    },
    /** The problem as it goes to the solver, in arrays that cost nothing to send. Rows are packed one after another. */
    packed: (): PackedProblem => ({
      sense,
      costs: Float64Array.from(costs),
      lowers: Float64Array.from(lowers),
      uppers: Float64Array.from(uppers),
      whole: Int32Array.from(whole),
      rowLowers: Float64Array.from(rowLowers),
      rowUppers: Float64Array.from(rowUppers),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }),
  }
}

export type PackedProblem = {
  readonly sense: Sense
  readonly costs: Float64Array
  readonly lowers: Float64Array
  readonly uppers: Float64Array
  readonly whole: Int32Array
  readonly rowLowers: Float64Array
  readonly rowUppers: Float64Array
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

const tooLarge = () =>
  new Failure(422, 'problem-too-large', {
    zh: `计算规模太大：最多${SOLVER_LIMITS.variables}个变量、${SOLVER_LIMITS.rows}个条件、${SOLVER_LIMITS.coefficients}个系数。请缩小范围再算。`,
    en: `The problem is too large: at most ${SOLVER_LIMITS.variables} variables, ${SOLVER_LIMITS.rows} rows and ${SOLVER_LIMITS.coefficients} coefficients. Narrow it.`,
  })
