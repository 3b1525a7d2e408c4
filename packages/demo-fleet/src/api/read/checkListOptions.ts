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

import { badRequest, invalid, StatusCause } from '../ApiError';

const EXACT = 'Exact';
const NOT_OLDER = 'NotOlderThan';
const FIELD = 'resourceVersionMatch';

/** Refuses the combinations that the server's validation of list options refuses. */
export function checkListOptions(
  query: URLSearchParams,
  verb: 'list' | 'watch',
): void {
  const causes = verb === 'watch' ? watchCauses(query) : listCauses(query);
  if (causes.length > 0) {
    throw invalid({ kind: 'ListOptions', group: 'meta.k8s.io' }, '', causes);
  }
  const version = query.get('resourceVersion');
  if (verb === 'list' && query.get('continue') && version && version !== '0') {
    throw badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }
}

/** Undefined where the client does not say; anything but `false` and `0` is true. */
export function sendsInitialEvents(
  query: URLSearchParams,
): boolean | undefined {
  const text = query.get('sendInitialEvents');
  if (text === null) return undefined;
  return text !== '0' && text.toLowerCase() !== 'false';
}

function listCauses(query: URLSearchParams): StatusCause[] {
  const match = query.get(FIELD);
  const version = query.get('resourceVersion');
  const causes: StatusCause[] = [];
  if (match) {
    if (!version) {
      causes.push(
        forbidden(`${FIELD} is forbidden unless resourceVersion is provided`),
      );
    }
    if (query.get('continue')) causes.push(withContinue());
    if (match !== EXACT && match !== NOT_OLDER) {
      causes.push(notSupported(match, [EXACT, NOT_OLDER, '']));
    }
    if (match === EXACT && version === '0') {
      causes.push(
        forbidden(`${FIELD} "exact" is forbidden for resourceVersion "0"`),
      );
    }
  }
  if (sendsInitialEvents(query) !== undefined) {
    causes.push(
      forbidden('sendInitialEvents is forbidden for list', 'sendInitialEvents'),
    );
  }
  return causes;
}

function watchCauses(query: URLSearchParams): StatusCause[] {
  const match = query.get(FIELD);
  const initial = sendsInitialEvents(query) !== undefined;
  const causes: StatusCause[] = [];
  if (initial && match !== NOT_OLDER) {
    causes.push(
      forbidden(`sendInitialEvents requires setting ${FIELD} to ${NOT_OLDER}`),
    );
  }
  if (!match) return causes;
  if (!initial) {
    causes.push(
      forbidden(
        `${FIELD} is forbidden for watch unless sendInitialEvents is provided`,
      ),
    );
  }
  if (match !== NOT_OLDER) causes.push(notSupported(match, [NOT_OLDER]));
  if (query.get('continue')) causes.push(withContinue());
  return causes;
}

function withContinue(): StatusCause {
  return forbidden(`${FIELD} is forbidden when continue is provided`);
}

function forbidden(message: string, field = FIELD): StatusCause {
  return {
    reason: 'FieldValueForbidden',
    message: `Forbidden: ${message}`,
    field,
  };
}

function notSupported(value: string, supported: string[]): StatusCause {
  const list = supported.map(each => JSON.stringify(each)).join(', ');
  return {
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${JSON.stringify(value)}: supported values: ${list}`,
    field: FIELD,
  };
}
