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
  filtersOfView,
  ViewRef,
  viewWindowSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { FleetFilterValue, minutesOf } from './FleetFilters';

interface Question {
  params?: object;
  window?: z.input<typeof viewWindowSchema>;
}

/** What is asked of a view with what the page is narrowed to, as far as the view obeys it. */
export function narrowQuestion(
  view: ViewRef<any, any, any>,
  question: Question,
  { text, statuses, range }: FleetFilterValue,
): Question {
  const { params, window } = question;
  if (!text && !statuses && !range) return question;
  const obeyed = filtersOfView(view);
  const words = obeyed.text ? text : undefined;
  return {
    params:
      obeyed.time && range ? { ...params, minutes: minutesOf(range) } : params,
    window: {
      ...window,
      ...(words && {
        search: [words, window?.search].filter(Boolean).join(' '),
      }),
      ...(obeyed.statuses && statuses && { statuses: [...statuses] }),
    },
  };
}
