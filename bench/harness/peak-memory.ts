import { readFileSync, writeFileSync } from 'node:fs'

/** From here on a process's peak is counted anew. Linux alone knows it. */
export const forgetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** The highest that a process stood at, resident, since it was last forgotten. */
export const peakMegabytes = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
