import { z } from 'zod';

const alpha = z.number().gt(0).lt(0.5);

/** Weeks or months against the same season of past years; see `farringtonFlexible` in detection. */
export const FarringtonFlexibleDetector = z.object({
  name: z.literal('farrington-flexible'),
  alpha: alpha.default(0.005),
  years: z.number().int().min(2).max(10).default(5),
  fewestYears: z.number().int().min(1).max(10).default(3),
  guard: z.number().int().min(0).max(52).default(26),
  method: z.enum(['predNB', 'nbPlugin', 'muan', 'delta']).default('predNB'),
});

/** The method's ancestor, to compare with; see `farrington1996` in detection. */
export const Farrington1996Detector = z.object({
  name: z.literal('farrington-1996'),
  alpha: alpha.default(0.01),
  years: z.number().int().min(2).max(10).default(3),
  halfWindow: z.number().int().min(1).max(8).default(3),
});

/** Days against weekday, Chinese calendar, season and trend; see `dailyRegression` in detection. */
export const DailyRegressionDetector = z.object({
  name: z.literal('daily-regression'),
  alpha: alpha.default(0.005),
  years: z.number().int().min(1).max(5).default(3),
  guard: z.number().int().min(0).max(60).default(14),
});
