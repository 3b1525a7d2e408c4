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

import type { KubeObject } from '../../store/KubeObject';
import type { ResourceType } from '../../store/ResourceType';
import { FieldPredicate, parseFieldSelector } from '../selectors/fieldSelector';
import { LabelPredicate, parseLabelSelector } from '../selectors/labelSelector';

/** Which objects of a type a request is about. */
export class Selection {
  constructor(
    readonly namespace: string | undefined,
    readonly labels: LabelPredicate | undefined,
    readonly fields: FieldPredicate | undefined,
  ) {}

  static fromQuery(
    type: ResourceType,
    namespace: string | undefined,
    query: URLSearchParams,
  ): Selection {
    const labels = query.get('labelSelector');
    const fields = query.get('fieldSelector');
    return new Selection(
      namespace,
      labels ? parseLabelSelector(labels) : undefined,
      fields ? parseFieldSelector(fields, type) : undefined,
    );
  }

  get hasSelectors(): boolean {
    return this.labels !== undefined || this.fields !== undefined;
  }

  matches(object: KubeObject): boolean {
    return (
      (!this.namespace || object.metadata.namespace === this.namespace) &&
      (!this.labels || this.labels(object.metadata.labels)) &&
      (!this.fields || this.fields(object))
    );
  }
}
