/** For people: 12.3 MB, and a small file as 0.1 MB at the least. */
export const megabytesOf = (bytes: number): string =>
  bytes < 10_000_000 ? `${Math.max(0.1, bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e6)} MB`
