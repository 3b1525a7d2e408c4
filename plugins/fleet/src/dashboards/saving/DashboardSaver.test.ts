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
  Dashboard,
  DashboardChange,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { DashboardSaver } from './DashboardSaver';

function dashboardAt(revision: number, title = 'Shop'): Dashboard {
  return {
    id: 'd1',
    slug: 'shop',
    title,
    owner: 'user:default/anne',
    visibility: 'owner',
    cards: 0,
    revision,
    createdAt: 1,
    updatedAt: 2,
    updatedBy: 'user:default/bob',
    mayEdit: true,
    isDefault: false,
    content: { cards: [], stats: [] },
  };
}

class Refusal extends Error {
  constructor(readonly statusCode: number) {
    super(`Answered ${statusCode}`);
  }
}

/** A backend that keeps one dashboard and answers when it is told to. */
class Backend {
  revision = 1;
  refusal: Error | undefined;
  readonly changes: DashboardChange[] = [];

  readonly connection = {
    change: async (change: DashboardChange) => {
      this.changes.push(change);
      if (this.refusal) throw this.refusal;
      if (change.revision !== this.revision) throw new Refusal(409);
      this.revision += 1;
      return dashboardAt(this.revision, change.title);
    },
    load: async () => dashboardAt(this.revision, 'Theirs'),
  };
}

describe('DashboardSaver', () => {
  let backend: Backend;
  let saver: DashboardSaver;
  let saved: Dashboard[];

  beforeEach(() => {
    jest.useFakeTimers();
    backend = new Backend();
    saved = [];
    saver = new DashboardSaver({
      revision: 1,
      connection: backend.connection,
      onSaved: dashboard => saved.push(dashboard),
    });
  });

  afterEach(() => jest.useRealTimers());

  it('gathers changes for a moment and sends the newest of each', async () => {
    saver.change({ title: 'A' });
    saver.change({ title: 'B' });
    saver.change({ description: 'for the shop' });
    expect(saver.getState().step).toBe('saving');
    expect(backend.changes).toEqual([]);

    await jest.advanceTimersByTimeAsync(1_000);

    expect(backend.changes).toEqual([
      { title: 'B', description: 'for the shop', revision: 1 },
    ]);
    expect(saver.getState().step).toBe('saved');
    expect(saver.isDirty).toBe(false);
    expect(saved.map(({ revision }) => revision)).toEqual([2]);
  });

  it('sends what is changed meanwhile from the revision that it has made', async () => {
    saver.change({ title: 'A' });
    const first = saver.flush();
    saver.change({ title: 'B' });
    await first;
    await saver.flush();

    expect(backend.changes).toEqual([
      { title: 'A', revision: 1 },
      { title: 'B', revision: 2 },
    ]);
    expect(saver.getState().step).toBe('saved');
  });

  it('keeps what could not be saved, and sends it again with what is newer', async () => {
    backend.refusal = new Error('The backend does not answer');
    saver.change({ title: 'A', description: 'old' });
    await saver.flush();
    expect(saver.getState()).toEqual({
      step: 'failed',
      error: backend.refusal,
    });

    backend.refusal = undefined;
    saver.change({ description: 'new' });
    await saver.flush();

    expect(backend.changes.at(-1)).toEqual({
      title: 'A',
      description: 'new',
      revision: 1,
    });
    expect(saver.getState().step).toBe('saved');
  });

  it('lets the person decide when somebody else has saved', async () => {
    backend.revision = 5;
    saver.change({ title: 'Mine' });
    await saver.flush();
    expect(saver.getState()).toEqual({
      step: 'conflict',
      theirs: dashboardAt(5, 'Theirs'),
    });
    // Nothing is sent behind the person's back.
    saver.change({ description: 'more' });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(backend.changes).toHaveLength(1);

    await saver.keepMine();

    expect(backend.changes.at(-1)).toEqual({
      title: 'Mine',
      description: 'more',
      revision: 5,
    });
    expect(saver.getState().step).toBe('saved');
  });

  it('forgets its changes for those of the other', async () => {
    backend.revision = 5;
    saver.change({ title: 'Mine' });
    await saver.flush();

    saver.adopt(dashboardAt(5));
    expect(saver.getState().step).toBe('saved');
    saver.change({ title: 'Next' });
    await saver.flush();

    expect(backend.changes.at(-1)).toEqual({ title: 'Next', revision: 5 });
  });

  it('takes a 409 without a newer revision for a refusal', async () => {
    backend.refusal = new Refusal(409);
    saver.change({ slug: 'taken' });
    await saver.flush();

    expect(saver.getState().step).toBe('failed');
  });
});
