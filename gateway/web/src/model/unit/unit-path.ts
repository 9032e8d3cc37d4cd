/** The page of a unit: "school/2133901746" is at "/unit/school/2133901746". */
export const unitPath = (unit: string): string => `/unit/${unit.split('/').map(encodeURIComponent).join('/')}`
