import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  type AccountSummary,
  CreateAccount,
  CreateApiKey,
  ListAccounts,
  PutPassword,
  RevokeApiKey,
} from '@tocsin/contracts';
import type { Account } from '@tocsin/warehouse';
import type { z } from 'zod';
import { AccountsService } from './accounts.service.ts';
import { Allow } from './allow.ts';
import { ApiKeysService } from './api-keys.service.ts';
import { Audit } from './audit.ts';
import { type Caller, CurrentCaller } from './caller.ts';

/** People and programs that may use the product; for administrators. */
@Allow('admin')
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly keys: ApiKeysService,
    private readonly audit: Audit,
  ) {}

  @Get(ListAccounts.path)
  async list() {
    return { accounts: (await this.accounts.list()).map(summary) };
  }

  @Post(CreateAccount.path)
  @HttpCode(201)
  async create(
    @Body({ schema: CreateAccount.body }) body: z.output<typeof CreateAccount.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<AccountSummary> {
    const account = await this.accounts.create(body, caller.name);
    const { name, role, organisations } = account;
    await this.audit.note(caller.name, 'account-created', name, { role, organisations });
    return summary(account);
  }

  @Put(PutPassword.path)
  @HttpCode(204)
  async putPassword(
    @Param('name') name: string,
    @Body({ schema: PutPassword.body }) { password }: z.output<typeof PutPassword.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.accounts.setPassword(name, password, caller.name);
    await this.audit.note(caller.name, 'password-changed', name);
  }

  @Post(CreateApiKey.path)
  @HttpCode(201)
  async createKey(
    @Body({ schema: CreateApiKey.body }) body: z.output<typeof CreateApiKey.body>,
    @CurrentCaller() caller: Caller,
  ) {
    const { record, key } = await this.keys.create(body, caller.name);
    const { id, label, role, organisations } = record;
    await this.audit.note(caller.name, 'key-created', id, { label, role, organisations });
    return { id, key, label, role, organisations };
  }

  @Delete(RevokeApiKey.path)
  @HttpCode(204)
  async revokeKey(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<void> {
    const { label } = await this.keys.revoke(id);
    await this.audit.note(caller.name, 'key-revoked', id, { label });
  }
}

const summary = ({ name, role, organisations, disabled }: Account): AccountSummary => ({
  name,
  role,
  organisations,
  disabled,
});
