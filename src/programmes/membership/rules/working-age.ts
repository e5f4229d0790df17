/** No employer may take on anybody younger (劳动法 article 15), so that nobody younger can be a union's member. */
export const WORKING_AGE_YEARS = 16

/** Whether somebody born on this day is of working age on `today`; both as `2026-11-27`. */
export function isOfWorkingAge(bornOn: string, today: string): boolean {
  const sixteenth = `${Number(bornOn.slice(0, 4)) + WORKING_AGE_YEARS}${bornOn.slice(4)}`
  return sixteenth <= today
}
