import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CreateSetup, GetSetup } from '@tocsin/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Open } from './allow.ts';
import { SetupService } from './setup.service.ts';
import { SignIn } from './sign-in.ts';

@Open()
@Controller()
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly signIn: SignIn,
  ) {}

  @Get(GetSetup.path)
  async state() {
    return { needed: await this.setup.isNeeded() };
  }

  /** Makes the administrator and signs them in. */
  @Post(CreateSetup.path)
  @HttpCode(201)
  async create(
    @Body({ schema: CreateSetup.body }) { code, name, password }: z.output<typeof CreateSetup.body>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const account = await this.setup.complete(code, name, password, request.ip);
    return this.signIn.start(account, request, reply);
  }
}
