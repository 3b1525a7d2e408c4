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

import { ApiError, expired, unauthorized } from '../api/ApiError';
import { refusal } from '../api/auth/Authorizer';
import type { Identity } from '../api/auth/Identity';
import type { RequestInfo } from '../api/RequestInfo';
import type { StatusFault } from './FaultRule';

/** Reason and words of the server, by code. */
const WORDS: Record<number, readonly [reason: string, message: string]> = {
  400: ['BadRequest', 'the server rejected our request for an unknown reason'],
  404: ['NotFound', 'the server could not find the requested resource'],
  405: [
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
  ],
  406: ['NotAcceptable', 'the server was unable to respond'],
  409: ['Conflict', 'the server reported a conflict'],
  410: ['Expired', 'The resourceVersion for the provided list is too old.'],
  413: ['RequestEntityTooLarge', 'Request entity too large: limit is 3145728'],
  415: ['UnsupportedMediaType', '415: Unsupported Media Type'],
  422: [
    'Invalid',
    'the server rejected our request due to an error in our request',
  ],
  429: [
    'TooManyRequests',
    'the server has received too many requests and has asked us to try again later',
  ],
  500: [
    'InternalError',
    'Internal error occurred: etcdserver: request timed out',
  ],
  503: [
    'ServiceUnavailable',
    'the server is currently unable to handle the request',
  ],
  504: [
    'Timeout',
    'Timeout: request did not complete within the allotted timeout',
  ],
};

export interface StatusErrorContext {
  info?: RequestInfo;
  identity?: Identity;
  /** It is said in the middle of a watch. */
  inWatch?: boolean;
}

/** The refusal that a rule asks for; what it leaves open is in the words of the server. */
export function statusError(
  fault: Omit<StatusFault, 'type'>,
  context: StatusErrorContext = {},
): ApiError {
  const { code, retryAfterSeconds } = fault;
  const own = ownError(code, context);
  const details = {
    ...own.details,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return new ApiError(
    code,
    fault.reason ?? own.reason,
    fault.message ?? own.message,
    Object.keys(details).length > 0 ? details : undefined,
    retryAfterSeconds === undefined
      ? {}
      : { 'retry-after': String(retryAfterSeconds) },
  );
}

function ownError(
  code: number,
  { info, identity, inWatch }: StatusErrorContext,
): ApiError {
  if (code === 401) return unauthorized();
  if (code === 403 && info && identity) return refusal(identity, info);
  if (code === 410 && (inWatch || info?.verb === 'watch')) {
    return expired('The resourceVersion for the provided watch is too old.');
  }
  const [reason, message] = WORDS[code] ?? [
    undefined,
    `an error on the server ("unknown") has prevented the request from succeeding`,
  ];
  return new ApiError(code, reason, message);
}
