import { Controller, Get } from '@nestjs/common';
import { Open } from '../identity/allow.ts';
import { openApi } from './openapi.ts';

@Controller('api')
export class OpenApiController {
  readonly #document = openApi('0.1.0');

  /** What the API takes and gives; the same for everyone. */
  @Open()
  @Get('openapi.json')
  document() {
    return this.#document;
  }
}
