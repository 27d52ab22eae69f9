import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { PreviewService } from './preview/preview.service.ts';
import { RulesController } from './rules.controller.ts';
import { RulesService } from './rules.service.ts';
import { RulesYamlController } from './yaml/rules-yaml.controller.ts';

/** What is watched: the rules' one writer, and what people may ask of it. */
@Module({
  imports: [IdentityModule],
  controllers: [RulesYamlController, RulesController],
  providers: [RulesService, PreviewService],
  exports: [RulesService],
})
export class RulesModule {}
