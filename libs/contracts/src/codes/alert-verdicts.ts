/** What people make of a warning once they have looked into it; `confirmed` makes an incident known. */
export const alertVerdicts = ['confirmed', 'expected', 'false', 'data-fault'] as const;
