const MEGABYTE = 1024 ** 2

/** `20 MB`, `1.5 GB`, as a person compares sizes. What is above a limit is rounded up, so that the two never read alike. */
export function megabytes(bytes: number, round: (value: number) => number = Math.round): string {
  const isLarge = bytes >= 1024 * MEGABYTE
  const tenths = round((10 * bytes) / (isLarge ? 1024 * MEGABYTE : MEGABYTE))
  return `${Math.max(1, tenths) / 10} ${isLarge ? 'GB' : 'MB'}`
}
