/** What a spreadsheet would reckon, or pass on to another program; full width too, and blanks before it are no shelter. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u

/** Text for a cell, led by an apostrophe when it begins like a formula: the rule of the server's exports, tested by the same cases. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
