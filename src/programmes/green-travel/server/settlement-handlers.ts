/** The handlers of `settlement-schema.ts`. */
export const settlementHandlers = {}
