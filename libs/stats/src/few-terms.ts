/**
 * Up to so many terms of a distribution are added up one by one, which takes a tenth of the time of a continued fraction. Only
 * below the mean: there what is left of 1 is large enough to lose no digit that matters.
 */
export const FEW_TERMS = 48;
