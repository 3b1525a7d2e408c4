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

import { InputError } from '@backstage/errors';
import {
  LabelMatcher,
  parseLabelSelector,
} from '@quarterdeck/backstage-plugin-fleet-common';

/**
 * A test of labels by a selector; undefined without one.
 *
 * @throws InputError that names the part which is not one of a selector.
 */
export function labelFilter(
  selector: string | undefined,
): LabelMatcher | undefined {
  if (selector === undefined) {
    return undefined;
  }
  try {
    return parseLabelSelector(selector);
  } catch (error) {
    throw new InputError(
      `Wrong selector: ${error instanceof Error ? error.message : error}`,
    );
  }
}
