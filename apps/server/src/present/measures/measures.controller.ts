import { Controller, Get } from '@nestjs/common';
import {
  ListMeasures,
  type ListMeasuresReply,
  clockOf,
  dimensions,
  isAdditive,
  measureIds,
  measures,
} from '@tocsin/contracts';

/** The catalogue of measures, for whoever writes a script: pages have it already. */
@Controller()
export class MeasuresController {
  @Get(ListMeasures.path)
  list(): ListMeasuresReply {
    return {
      measures: measureIds.map((id) => {
        const measure = measures[id];
        const { kind, label, unit, definition, worse, basis = null } = measure;
        return {
          id,
          kind,
          label,
          unit,
          definition,
          clock: clockOf(measure),
          additive: isAdditive(measure),
          worse,
          basis,
        };
      }),
      dimensions: [...dimensions],
    };
  }
}
