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

import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import type { Readable } from 'node:stream';
import { connectionError } from '../../clusters/connection/requestErrors';
import { FieldSelection } from '../json/selectFields';
import { ListReader } from '../json/ListReader';
import { JsonSyntaxError } from '../json/JsonSyntaxError';
import { LinkedAbort } from '../scheduling/LinkedAbort';
import { Turn } from '../scheduling/Turns';
import { pump } from './pump';
import { ReflectorContext } from './ReflectorContext';
import { watchedAccept, watchedPath } from './watchedPath';

/** Pages after which a list lets others go first. */
const PAGES_AT_ONCE = 8;
const PAGE_TIMEOUT = 60_000;
const MOST_PAGES = 100_000;

/**
 * Reads all objects of a kind page by page and hands them over as they come. Answers with the version of the list.
 *
 * @throws ClusterRequestError; with status 410 when a page was asked for too late and the list must begin again.
 */
export async function listObjects(
  context: ReflectorContext,
  selection: FieldSelection,
  onObjects: (objects: unknown[]) => void,
  signal: AbortSignal,
): Promise<string> {
  const { fleet, connector } = context;
  const reader = new ListReader({
    item: selection,
    strings: fleet.strings,
    pool: fleet.blocks,
    largest: fleet.limits.objectBytes,
  });
  let continueAt: string | undefined;
  let slot: Turn | undefined;
  try {
    for (let page = 0; page < MOST_PAGES; page++) {
      if (page % PAGES_AT_ONCE === 0) {
        slot?.release();
        // The right to receive is asked for when the server is there, so that a dead one does not wait with it.
        await connector.connect(signal);
        slot = await fleet.slots.acquire(signal);
      }
      await readPage(context, reader, continueAt, slot!, onObjects, signal);
      context.fleet.counters.listPages++;
      const { resourceVersion } = reader.metadata;
      continueAt = reader.metadata.continue;
      if (!continueAt) {
        fleet.counters.lists++;
        return resourceVersion ?? '';
      }
    }
    throw invalid(context, 'has a list without end');
  } finally {
    slot?.release();
    reader.dispose();
  }
}

async function readPage(
  context: ReflectorContext,
  reader: ListReader,
  continueAt: string | undefined,
  slot: Turn,
  onObjects: (objects: unknown[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const { fleet, connector, source } = context;
  const page = new LinkedAbort(signal).after(
    fleet.clock,
    PAGE_TIMEOUT,
    'The list took too long',
  );
  let body: Readable | undefined;
  try {
    body = await connector.stream({
      path: watchedPath(source, context.namespace),
      query: {
        limit: fleet.limits.pageSize,
        continue: continueAt,
        labelSelector: source.labelSelector,
      },
      accept: watchedAccept(source, 'list'),
      signal: page.signal,
    });
    await slot.progress();
    reader.restart();
    await pump(body, {
      slicer: fleet.slicer,
      onChunk: chunk => {
        connector.touch();
        context.state.touch();
        const objects = reader.push(chunk);
        if (objects.length > 0) onObjects(objects);
        return slot.progress();
      },
    });
    onObjects(reader.finish());
    if (!reader.complete) {
      throw new Error('The list ended before its end');
    }
  } catch (error) {
    if (error instanceof RangeError || error instanceof JsonSyntaxError) {
      throw invalid(context, `sent a list that cannot be read`, error);
    }
    throw connectionError(
      connector.cluster,
      page.signal.aborted ? page.signal.reason : error,
      true,
    );
  } finally {
    page.dispose();
    body?.destroy();
  }
}

function invalid(
  context: ReflectorContext,
  what: string,
  cause?: Error,
): ClusterRequestError {
  const { cluster } = context.connector;
  return new ClusterRequestError(
    `Cluster '${cluster}' ${what} (${context.source.plural})`,
    {
      cluster,
      reason: cause instanceof RangeError ? 'too-large' : 'invalid',
      cause,
    },
  );
}
