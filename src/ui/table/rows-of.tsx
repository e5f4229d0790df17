import { Refused, type Asked } from '#ui/states/answered.tsx'

/** What a `DataTable` draws of an asked list: its rows, that they are still to come, or why they do not. */
export function rowsOf<Row>(answer: Asked<{ rows: Row[] }> & { isPending: boolean }) {
  return {
    rows: answer.data?.rows ?? [],
    isLoading: answer.isPending,
    error: answer.error && <Refused error={answer.error} onRetry={() => void answer.refetch()} />,
  }
}
