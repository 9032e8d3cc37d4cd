/** Whether a text can be the key of a unit, "school/2133901746": what can't is asked of nobody. */
export const isUnitKey = (key: string): boolean => /^(?:school|institution)\/[\p{L}\p{Nd}#-]{1,40}$/u.test(key)
