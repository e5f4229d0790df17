/** Today as the city has it, `2026-11-28`, wherever the browser stands. */
export const cityToday = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
