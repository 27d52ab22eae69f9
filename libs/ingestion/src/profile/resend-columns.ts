/** What the file of refused rows has besides the source's own columns; left out when it comes back mended. */
export const resendColumns = ['tocsin_row', 'tocsin_reason'] as const;
