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

import type { StatusCause } from '../ApiError';
import { badRequest, invalid } from '../ApiError';
import { isTrue } from '../RequestInfo';

export interface LogOptions {
  container?: string;
  follow: boolean;
  previous: boolean;
  timestamps: boolean;
  /** Lines before this time (milliseconds) are left out. */
  since?: number;
  tailLines?: number;
  limitBytes?: number;
}

/** The query of a request for logs, refused as the API server refuses it. */
export function logOptions(
  query: URLSearchParams,
  pod: string,
  now: number,
): LogOptions {
  const flag = (name: string) => query.has(name) && isTrue(query.get(name));
  const sinceSeconds = whole(query, 'sinceSeconds');
  const sinceTime = query.get('sinceTime');
  const tailLines = whole(query, 'tailLines');
  const limitBytes = whole(query, 'limitBytes');
  const causes: StatusCause[] = [];
  if (tailLines !== undefined && tailLines < 0) {
    causes.push(
      tooSmall('tailLines', tailLines, 'must be greater than or equal to 0'),
    );
  }
  if (limitBytes !== undefined && limitBytes < 1) {
    causes.push(tooSmall('limitBytes', limitBytes, 'must be greater than 0'));
  }
  if (sinceSeconds !== undefined && sinceTime) {
    causes.push({
      reason: 'FieldValueForbidden',
      message:
        'Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified',
      field: '',
    });
  } else if (sinceSeconds !== undefined && sinceSeconds < 1) {
    causes.push(
      tooSmall('sinceSeconds', sinceSeconds, 'must be greater than 0'),
    );
  }
  if (causes.length > 0) {
    throw invalid({ kind: 'PodLogOptions', group: '' }, pod, causes);
  }
  let since: number | undefined;
  if (sinceSeconds !== undefined) since = now - sinceSeconds * 1_000;
  else if (sinceTime) since = time(sinceTime);
  return {
    container: query.get('container') || undefined,
    follow: flag('follow'),
    previous: flag('previous'),
    timestamps: flag('timestamps'),
    since,
    tailLines,
    limitBytes,
  };
}

function tooSmall(field: string, value: number, why: string): StatusCause {
  return {
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${value}: ${why}`,
    field,
  };
}

function whole(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  if (/^-?\d+$/.test(text)) return Number(text);
  throw badRequest(
    `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
  );
}

function time(text: string): number {
  const parsed = Date.parse(text);
  if (!Number.isNaN(parsed)) return parsed;
  const quoted = JSON.stringify(text);
  throw badRequest(
    `parsing time ${quoted} as "2006-01-02T15:04:05Z07:00": cannot parse ${quoted} as "2006"`,
  );
}
