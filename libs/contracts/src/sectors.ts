/** Parts of the industry of which the regulator publishes figures. */
export const sectors = ['property', 'life', 'all'] as const;
/** Rates of which the regulator publishes the middle one. */
export const medianMeasures = ['per_100m_premium', 'per_10k_policies', 'per_10k_person_times'] as const;
