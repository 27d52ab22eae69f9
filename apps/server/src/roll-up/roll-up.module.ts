import { Module } from '@nestjs/common';
import { RollUpStage } from './roll-up.stage.ts';

@Module({ providers: [RollUpStage], exports: [RollUpStage] })
export class RollUpModule {}
