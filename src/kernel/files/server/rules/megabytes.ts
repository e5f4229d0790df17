/** `20 MB`, `1.5 MB`, as a person compares sizes. */
export const megabytes = (bytes: number): string => `${Math.max(0.1, Math.round(bytes / 104_857.6) / 10)} MB`
