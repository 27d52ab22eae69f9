import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { ApiKeysService } from './api-keys.service.ts';
import { Audit } from './audit.ts';
import { Callers } from './callers.ts';
import { IdentityGuard } from './identity.guard.ts';
import { LimitsGuard } from './limits/limits.guard.ts';
import { Limits } from './limits/limits.service.ts';
import { LocalToken } from './local-token.ts';
import { SessionController } from './session.controller.ts';
import { SessionsService } from './sessions.service.ts';
import { SetupController } from './setup.controller.ts';
import { SetupService } from './setup.service.ts';
import { SignIn } from './sign-in.ts';

/** Who may do what and see what. Its guards stand before every handler of the server. */
@Module({
  controllers: [SetupController, SessionController, AccountsController],
  providers: [
    // in this order: who it is, then how much
    { provide: APP_GUARD, useClass: IdentityGuard },
    { provide: APP_GUARD, useClass: LimitsGuard },
    AccountsService,
    ApiKeysService,
    Audit,
    Callers,
    Limits,
    LocalToken,
    SessionsService,
    SetupService,
    SignIn,
  ],
  exports: [Audit, Callers, Limits],
})
export class IdentityModule {}
