const FIRST_DELAY = 400
const LONGEST_DELAY = 3_000

/**
 * Milliseconds to wait before try number `attempt` (0 is the first retry): doubling to three seconds, and between half and all of
 * that at random, so that a county's browsers don't all come back in the same instant.
 */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempt, 10))
  return longest * (0.5 + random() / 2)
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
