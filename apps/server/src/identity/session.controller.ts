import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CreateSession, DeleteSession, GetSession, type Me } from '@tocsin/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Open } from './allow.ts';
import { type Caller, CurrentCaller } from './caller.ts';
import { SignIn } from './sign-in.ts';

@Controller()
export class SessionController {
  constructor(private readonly signIn: SignIn) {}

  @Open()
  @Post(CreateSession.path)
  @HttpCode(200)
  create(
    @Body({ schema: CreateSession.body }) { name, password }: z.output<typeof CreateSession.body>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.signIn.withPassword(name.trim(), password, request, reply);
  }

  @Get(GetSession.path)
  current(@CurrentCaller() { name, role, organisations }: Caller): Me {
    return { name, role, organisations: [...organisations] };
  }

  @Delete(DeleteSession.path)
  @HttpCode(204)
  end(
    @CurrentCaller() { name }: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.signIn.end(name, request, reply);
  }
}
