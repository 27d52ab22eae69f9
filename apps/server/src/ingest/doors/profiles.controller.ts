import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import {
  GetProfile,
  ListProfiles,
  ListProfileVersions,
  type Profile,
  type ProfileSummary,
  PutProfile,
} from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../../identity/allow.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { Refusal } from '../../refusal.ts';
import { ProfilesService } from '../profiles/profiles.service.ts';

/** How the files of each source are read. Whoever looks after data writes them; each change is a new version. */
@Controller()
export class ProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  @Get(ListProfiles.path)
  @Allow('admin', 'operator', 'risk', 'analyst')
  async list(): Promise<z.infer<typeof ListProfiles.reply>> {
    return { profiles: await this.profiles.list() };
  }

  @Get(GetProfile.path)
  @Allow('admin', 'operator', 'risk', 'analyst')
  get(
    @Param('name') name: string,
    @Query({ schema: GetProfile.query }) { version }: z.output<typeof GetProfile.query>,
  ): Promise<Profile> {
    return this.profiles.get(name, version);
  }

  @Get(ListProfileVersions.path)
  @Allow('admin', 'operator', 'risk', 'analyst')
  async versions(@Param('name') name: string): Promise<z.infer<typeof ListProfileVersions.reply>> {
    return { versions: await this.profiles.versions(name) };
  }

  @Put(PutProfile.path)
  @Allow('admin', 'operator')
  put(
    @Param('name') name: string,
    @Body({ schema: PutProfile.body }) profile: Profile,
    @CurrentCaller() caller: Caller,
  ): Promise<ProfileSummary> {
    if (profile.name !== name) throw otherName(name, profile.name);
    return this.profiles.put(profile, caller.name);
  }
}

const otherName = (name: string, inside: string) =>
  new Refusal('invalid-request', {
    detail: {
      zh: `地址中的模板名 ${name} 与内容中的 ${inside} 不一致：请改成一致。`,
      en: `The address names the profile ${name}, its content ${inside}: make them the same.`,
    },
    errors: [{ path: 'name', message: `must be ${name}` }],
  });
