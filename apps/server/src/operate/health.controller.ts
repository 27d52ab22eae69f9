import { Controller, Get, Inject } from '@nestjs/common';
import type { Warehouse } from '@tocsin/warehouse';
import { Open } from '../identity/allow.ts';
import { Refusal } from '../refusal.ts';
import { WAREHOUSE } from '../tokens.ts';

/** For load balancers and supervisors; says nothing to strangers but yes or no. */
@Open()
@Controller('health')
export class HealthController {
  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  /** The process answers. A supervisor restarts it when not. */
  @Get('live')
  live() {
    return { status: 'live' };
  }

  /** The database answers too. A load balancer sends nobody here when not. */
  @Get('ready')
  async ready() {
    try {
      await this.warehouse.ping();
    } catch {
      throw new Refusal('not-ready', { retryAfterSeconds: 2 });
    }
    return { status: 'ready' };
  }
}
