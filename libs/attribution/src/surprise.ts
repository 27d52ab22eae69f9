/**
 * How much a value's share of the whole has moved from what was expected, as part of the Jensen–Shannon divergence of the
 * two distributions: ½[p·ln(2p/(p+q)) + q·ln(2q/(p+q))].
 *
 * Shape   `p` is the expected share of the whole, `q` the observed one, both 0…1.
 * Units   nats; 0 when the shares are equal, at most ½·ln 2 for a value out of nowhere that is now the whole.
 * Edge    a share of 0 adds nothing on its side (x·ln x → 0).
 * Source  Bhagwan et al. (2014), Adtributor, NSDI '14, section 4.2.
 */
export function surprise(p: number, q: number): number {
  const middle = p + q;
  const side = (share: number) => (share > 0 ? share * Math.log((2 * share) / middle) : 0);
  return (side(p) + side(q)) / 2;
}
