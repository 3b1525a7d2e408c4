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

import { ResponseError } from '@backstage/errors';

/** What kept a preview or an action from being done. */
export interface ActionProblem {
  kind: 'denied' | 'conflict' | 'gone' | 'invalid' | 'unavailable' | 'other';
  /** The backend's own words. */
  message: string;
}

const kindOfStatus: Record<number, ActionProblem['kind']> = {
  400: 'invalid',
  403: 'denied',
  404: 'gone',
  409: 'conflict',
  503: 'unavailable',
};

// Answers of something between the browser and the backend, which tell nothing of what the backend did.
const STATUS_OF_GATEWAYS = [502, 504];

/** Whether the backend itself answered; if not, nobody knows what it did. */
export function isAnswered(error: unknown): error is ResponseError {
  return (
    error instanceof Error &&
    error.name === 'ResponseError' &&
    !STATUS_OF_GATEWAYS.includes((error as ResponseError).statusCode)
  );
}

/** Sorts an error of a request by what a person can do about it. */
export function actionProblem(error: unknown): ActionProblem {
  if (isAnswered(error)) {
    return {
      kind: kindOfStatus[error.statusCode] ?? 'other',
      message: error.cause?.message ?? error.message,
    };
  }
  return {
    kind: 'unavailable',
    message: error instanceof Error ? error.message : String(error),
  };
}
