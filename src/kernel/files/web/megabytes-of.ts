const MEGABYTE = 1024 ** 2

/** For people: 12.3 MB, 4 GB, and a small file as 0.1 MB at the least. `round` up what is held against a limit. */
export function megabytesOf(bytes: number, round: (value: number) => number = Math.round): string {
  const isLarge = bytes >= 1024 * MEGABYTE
  const tenths = round((10 * bytes) / (isLarge ? 1024 * MEGABYTE : MEGABYTE))
  return `${Math.max(1, tenths) / 10} ${isLarge ? 'GB' : 'MB'}`
}
