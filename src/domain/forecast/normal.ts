/**
 * The standard normal distribution function, exact to about 1e-15 relative: the continued fraction and polynomial of Hart (1968) as given by
 * Graeme West, "Better approximations to cumulative normal functions", Wilmott 2005.
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 1 : 0;
  const bell = Math.exp((-x * x) / 2);
  let tail: number;
  if (x < 7.07106781186547) {
    let above = 3.52624965998911e-2 * x + 0.700383064443688;
    for (const c of [6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376])
      above = above * x + c;
    let below = 8.83883476483184e-2 * x + 1.75566716318264;
    for (const c of [
      16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948,
      440.413735824752,
    ])
      below = below * x + c;
    tail = (bell * above) / below;
  } else {
    const fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
    tail = bell / fraction / 2.506628274631;
  }
  return z > 0 ? 1 - tail : tail;
}

/** The value below which a standard normal variable lies with probability p (0 < p < 1); P. J. Acklam's rational fit, with one step of Halley's method to full precision. */
export function normalQuantile(p: number): number {
  const z = p < 0.5 ? lower(p) : 0 - lower(1 - p);
  const error = normalBelow(z) - p;
  const step = error * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
  return z - step / (1 + (z * step) / 2);
}

function lower(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
        q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) *
        q +
        1)
    );
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}
