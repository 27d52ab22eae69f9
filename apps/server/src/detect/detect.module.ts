import { Module } from '@nestjs/common';
import { DetectStage } from './detect.stage.ts';

@Module({ providers: [DetectStage], exports: [DetectStage] })
export class DetectModule {}
