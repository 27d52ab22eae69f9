import { Module } from '@nestjs/common';
import { AlertStage } from './alert.stage.ts';

@Module({ providers: [AlertStage], exports: [AlertStage] })
export class AlertModule {}
