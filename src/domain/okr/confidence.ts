/** Why a confidence is none, as a sentence for the person, or undefined for a whole number from 0 to 10. */
export function confidenceFault(confidence: number): string | undefined {
  if (Number.isInteger(confidence) && confidence >= 0 && confidence <= 10) return undefined;
  return `${confidence} is not a confidence: use a whole number from 0 (no chance) to 10 (certain).`;
}

/** The probability, 0 to 1, that a confidence of 0 to 10 stands for. */
export function odds(confidence: number): number {
  return confidence / 10;
}

/**
 * How well confidence was calibrated: the mean squared distance between odds and outcome (Brier, 1950), 0 for a prophet,
 * 0.25 for always saying 5, 1 for always certain and wrong; undefined without any outcome.
 */
export function brierScore(judged: readonly { confidence: number; reached: boolean }[]): number | undefined {
  if (judged.length === 0) return undefined;
  const squares = judged.map((each) => (odds(each.confidence) - (each.reached ? 1 : 0)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / judged.length;
}
