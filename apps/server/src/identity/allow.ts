import { SetMetadata } from '@nestjs/common';
import type { Role } from '@tocsin/contracts';

export const ALLOWED_ROLES = 'tocsin:roles';
export const IS_OPEN = 'tocsin:open';

/** Only these roles may call the handler; without it any signed-in account or API key may. */
export const Allow = (...roles: Role[]) => SetMetadata(ALLOWED_ROLES, roles);

/** Anyone may call the handler, signed in or not: set-up, sign-in, health. */
export const Open = () => SetMetadata(IS_OPEN, true);
