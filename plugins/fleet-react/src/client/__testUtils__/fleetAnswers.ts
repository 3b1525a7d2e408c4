/*
 * Copyright 2026 The Quarterdeck Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
import {
  Coverage,
  createViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';

/** A view of the tests. */
export const shipsView = createViewRef({
  id: 'test.ships',
  title: 'Ships',
  params: z.object({ kind: z.string().optional() }),
  row: z.object({ id: z.string(), knots: z.number() }),
  summary: z.object({ moored: z.number() }),
  key: ship => ship.id,
});

export const coverage: Coverage = {
  asked: 1,
  answered: 1,
  failed: [],
  demo: false,
};

export const ship = (id: string, knots: number) => ({ id, knots });

/** An answer with these rows. */
export function answerOf(...rows: { id: string; knots: number }[]) {
  return {
    rows,
    total: rows.length,
    summary: { moored: rows.filter(({ knots }) => knots === 0).length },
    coverage,
  };
}
