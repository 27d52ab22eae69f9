import { createHash } from 'node:crypto';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Provenance } from '@tocsin/contracts';
import { type Query, type Warehouse, renderSql } from '@tocsin/warehouse';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { goneOf } from '../../http/gone.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { DataVersion } from '../data-version.ts';
import { arrowTable } from './arrow-rows.ts';
import { formatFor, formats } from './format.ts';
import { workbookStream } from './workbook.ts';

type Provenance = z.infer<typeof Provenance>;

/** Answers a table of figures in the format that the caller asked for, and says how it came about. */
@Injectable()
export class FiguresService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly dataVersion: DataVersion,
  ) {}

  /** The same question on the same data has the same hash: SQL text and values, nothing else. */
  async provenanceOf(...queries: Query<unknown>[]): Promise<Provenance> {
    const hash = createHash('sha256');
    for (const { sql } of queries) hash.update(JSON.stringify(renderSql(sql)));
    const tables = new Set(queries.map(({ answeredBy }) => answeredBy ?? 'complaint FINAL'));
    return {
      dataVersion: await this.dataVersion.current(),
      queryHash: hash.digest('hex').slice(0, 32),
      answeredBy: [...tables].join(', '),
    };
  }

  /** For answers that are worked out from counts by day rather than read. */
  async provenanceOfQuestion(question: object): Promise<Provenance> {
    return {
      dataVersion: await this.dataVersion.current(),
      queryHash: createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 32),
      answeredBy: 'counts by day',
    };
  }

  /** Rows as `toJson` puts them, or the query's own columns as CSV, a workbook or an Arrow stream. */
  async answer<Row, Reply>(
    accept: string | undefined,
    query: Query<Row>,
    reply: FastifyReply,
    toJson: (rows: Row[], provenance: Provenance) => Reply,
  ): Promise<Reply | StreamableFile> {
    const format = formatFor(accept);
    const provenance = await this.provenanceOf(query);
    if (format === 'json') return toJson(await this.warehouse.rows(query), provenance);

    void reply.headers({ 'x-query-hash': provenance.queryHash, 'x-answered-by': provenance.answeredBy });
    const bytes = await this.warehouse.stream(query, format === 'csv' ? 'CSVWithNames' : 'Arrow', {
      signal: goneOf(reply),
    });
    if (format === 'xlsx') {
      const { columns, batches } = await arrowTable(bytes);
      return new StreamableFile(workbookStream(columns, batches), { type: formats.xlsx });
    }
    const type = format === 'csv' ? `${formats.csv}; charset=utf-8` : formats.arrow;
    return new StreamableFile(bytes, { type });
  }
}
