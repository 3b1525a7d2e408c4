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

import type { StatusCause } from '../../ApiError';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const QUANTITY =
  /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+|[numkMGTPE]|[KMGTPE]i)?$/;
const QUANTITY_DETAIL =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

export function validatePodSpec(spec: any, path: string): StatusCause[] {
  const containers: any[] = spec?.containers ?? [];
  if (containers.length === 0) {
    return [need(`${path}.containers`)];
  }
  return [
    ...validateContainers(containers, `${path}.containers`),
    ...validateContainers(spec.initContainers ?? [], `${path}.initContainers`),
  ];
}

function validateContainers(containers: any[], path: string): StatusCause[] {
  const names = new Set<string>();
  return containers.flatMap((container, index) => {
    const at = `${path}[${index}]`;
    const causes: StatusCause[] = [];
    if (!container.name) {
      causes.push(need(`${at}.name`));
    } else if (!DNS_LABEL.test(container.name)) {
      causes.push({
        reason: 'FieldValueInvalid',
        message: `Invalid value: "${container.name}": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`,
        field: `${at}.name`,
      });
    } else if (names.has(container.name)) {
      causes.push({
        reason: 'FieldValueDuplicate',
        message: `Duplicate value: "${container.name}"`,
        field: `${at}.name`,
      });
    }
    names.add(container.name);
    if (!container.image) causes.push(need(`${at}.image`));
    return [...causes, ...validateResources(container.resources, at)];
  });
}

function validateResources(resources: any, at: string): StatusCause[] {
  return ['limits', 'requests'].flatMap(kind =>
    Object.entries(resources?.[kind] ?? {})
      .filter(([, value]) => !QUANTITY.test(String(value)))
      .map(([name, value]) => ({
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${JSON.stringify(value)}: ${QUANTITY_DETAIL}`,
        field: `${at}.resources.${kind}[${name}]`,
      })),
  );
}

function need(field: string): StatusCause {
  return { reason: 'FieldValueRequired', message: 'Required value', field };
}
