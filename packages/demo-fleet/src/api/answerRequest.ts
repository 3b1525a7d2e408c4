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

import type { IncomingMessage } from 'node:http';
import { shiftTimes, shiftTimesIn } from '../faults/shiftTimes';
import type { ApiContext } from './ApiContext';
import { errorReply, readBody, Reply, textReply } from './ApiExchange';
import { ApiError } from './ApiError';
import { authenticate } from './auth/authenticate';
import type { Identity } from './auth/Identity';
import { answerNonResource } from './nonResourceRoutes';
import { PROTOBUF } from './protobuf/readProtobuf';
import type { RequestArrival } from './RequestArrival';
import { answerResource } from './resourceRoutes';

export interface AnswerOptions {
  tokens: ReadonlyMap<string, Identity>;
  /** Refuses whoever is known, whatever they may do. */
  refuse?: (identity: Identity) => ApiError;
  /** How far the clock of the server is ahead of what clients should see inside. */
  skewMs: number;
}

/** Who asks, whether they may, and what the answer is. */
export async function answerRequest(
  context: ApiContext,
  message: IncomingMessage,
  arrival: RequestArrival,
  options: AnswerOptions,
): Promise<Reply> {
  const { method, query, info } = arrival;
  const { headers } = message;
  if (!info) return textReply(400, '400 Bad Request');
  try {
    const { authorizer, serviceAccounts } = context;
    const { tokens, refuse, skewMs } = options;
    const identity = authenticate(headers, {
      tokens,
      serviceAccounts,
      authorizer,
    });
    if (refuse) throw refuse(identity);
    authorizer.authorize(identity, info);
    let body: Promise<Buffer> | undefined;
    const request = {
      method,
      query: skewMs === 0 ? query : withoutSkew(query, skewMs),
      headers,
      info,
      identity,
      body: () => {
        body ??= readBody(message).then(bytes =>
          headers['content-type'] === PROTOBUF
            ? bytes
            : shiftTimesIn(bytes, -skewMs),
        );
        return body;
      },
    };
    return info.resource
      ? await answerResource(context, request)
      : answerNonResource(context, request);
  } catch (error) {
    return errorReply(
      error instanceof ApiError
        ? error
        : new ApiError(500, 'InternalError', `Internal error: ${error}`),
    );
  }
}

/** A time in a query is one that the client was shown before. */
function withoutSkew(query: URLSearchParams, skewMs: number): URLSearchParams {
  const shifted = new URLSearchParams();
  for (const [name, value] of query) {
    shifted.append(name, shiftTimes(value, -skewMs));
  }
  return shifted;
}
