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
  AuditorServiceEvent,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { encodeAuditText } from './auditText';

/** Does some work and tells Backstage's auditor how it ended. */
export async function followEvent<T>(
  event: AuditorServiceEvent,
  logger: LoggerService,
  work: () => Promise<T>,
  metaOf?: (done: T) => JsonObject,
): Promise<T> {
  // What was done is done, whether or not the auditor hears of it.
  const tell = (told: Promise<void>) =>
    told.catch(error => logger.warn('The auditor failed', error));
  let done: T;
  try {
    done = await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await tell(event.fail({ error: new Error(encodeAuditText(message)) }));
    throw error;
  }
  await tell(event.success(metaOf && { meta: metaOf(done) }));
  return done;
}
