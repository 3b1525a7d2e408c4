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

import { LiveObject } from '@quarterdeck/backstage-plugin-fleet-common';
import { useMemo } from 'react';
import { z } from 'zod';
import { readManifest } from './readManifest';

/** The parts of an object that a page shows; undefined until it has been read. */
export function useManifest<TSchema extends z.ZodType>(
  schema: TSchema,
  object: LiveObject | undefined,
): z.infer<TSchema> | undefined {
  const yaml = object?.yaml;
  return useMemo(
    () => (yaml === undefined ? undefined : readManifest(schema, yaml)),
    [schema, yaml],
  );
}
