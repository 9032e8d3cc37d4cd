/** The last of a list; null of an empty one. `Array.prototype.at` is missing in the oldest browsers that are taken. */
export const last = <T>(list: readonly T[] | null | undefined): T | null => (list && list.length > 0 ? list[list.length - 1]! : null)
