import { Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../tokens.ts';
import { NotifyStage } from './notify.stage.ts';
import { AUDIENCES, openChannels } from './open-channels.ts';

@Module({
  providers: [
    NotifyStage,
    { provide: AUDIENCES, inject: [CONFIG], useFactory: (config: Config) => openChannels(config) },
  ],
  exports: [NotifyStage],
})
export class NotifyModule {}
