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
/**
 * @jest-environment-options {"customExportConditions": [""]}
 */
import '@testing-library/jest-dom';
import { TestApiProvider } from '@backstage/test-utils';
import { scaleWorkloadAction } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  act,
  render,
  renderHook,
  screen,
  waitFor,
} from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { fleetApiRef } from '../client/FleetApi';
import { FleetClient } from '../client/FleetClient';
import {
  answerOf,
  ship,
  shipsView,
} from '../client/__testUtils__/fleetAnswers';
import { ManualPage } from '../client/__testUtils__/ManualPage';
import { ManualTime } from '../client/__testUtils__/ManualTime';
import { ScriptedFleetServer } from '../client/__testUtils__/ScriptedFleetServer';
import { useAction } from './useAction';
import { useNow } from './useNow';
import { useView } from './useView';
import { useWhoami } from './useWhoami';

describe('hooks', () => {
  let server: ScriptedFleetServer;
  let time: ManualTime;
  let client: FleetClient;
  let user: string;

  beforeEach(() => {
    server = new ScriptedFleetServer();
    server.start();
    time = new ManualTime();
    user = 'user:default/anne';
    client = new FleetClient({
      fetchApi: server.fetchApi as any,
      identityApi: {
        getBackstageIdentity: async () => ({ userEntityRef: user }),
      } as any,
      time,
      page: new ManualPage(),
    });
  });

  afterEach(() => {
    client.stop();
    server.stop();
  });

  function Wrapper({ children }: PropsWithChildren<{}>) {
    return (
      <TestApiProvider apis={[[fleetApiRef, client]]}>
        {children}
      </TestApiProvider>
    );
  }

  it('useView renders a card once for each batch, and a card whose view did not change not at all', async () => {
    const renders: Record<string, number> = { tug: 0, liner: 0 };
    function Card({ kind, enabled }: { kind: string; enabled?: boolean }) {
      const { status, rows, summary } = useView(
        shipsView,
        { kind },
        { enabled, window: { limit: 5 } },
      );
      renders[kind] += 1;
      return (
        <p>
          {kind} {status} {rows.map(row => `${row.id}${row.knots}`).join(' ')}{' '}
          {summary?.moored ?? 'unknown'}
        </p>
      );
    }
    const { rerender } = render(
      <Wrapper>
        <Card kind="tug" />
        <Card kind="liner" />
      </Wrapper>,
    );
    expect(screen.getByText('tug loading unknown')).toBeInTheDocument();
    await waitFor(() => expect(server.streams).toHaveLength(1));
    const stream = server.lastStream;
    expect(stream.request.subscriptions).toHaveLength(2);
    stream.open();
    stream.request.subscriptions.forEach(({ id, params }) => {
      const channel = String(params?.kind);
      stream.send('subscribed', { id, channel, resumed: false });
      stream.send('snapshot', {
        channel,
        version: 1,
        ...answerOf(ship('a', 0)),
      });
    });
    await screen.findByText('tug ready a0 1');
    await screen.findByText('liner ready a0 1');

    const before = { ...renders };
    const frame = (version: number) =>
      `event: delta\ndata: ${JSON.stringify({ channel: 'tug', version, upsert: [ship('a', version)] })}\n\n`;
    stream.sendBytes(
      new TextEncoder().encode([2, 3, 4, 5].map(frame).join('')),
    );
    await screen.findByText('tug ready a5 1');
    expect(renders).toEqual({ tug: before.tug + 1, liner: before.liner });

    // A view that is switched off keeps what it knows and hears nothing more.
    rerender(
      <Wrapper>
        <Card kind="tug" enabled={false} />
        <Card kind="liner" />
      </Wrapper>,
    );
    act(() => time.advance(31_000));
    await waitFor(() => expect(server.changes).toHaveLength(0));
    expect(screen.getByText(/^liner/)).toBeInTheDocument();
  });

  it('useView moves to another question with its parameters', async () => {
    const { result, rerender } = renderHook(
      ({ kind }) => useView(shipsView, { kind }),
      { wrapper: Wrapper, initialProps: { kind: 'tug' } },
    );
    await waitFor(() => expect(server.streams).toHaveLength(1));
    server.lastStream.open();
    server.lastStream.send('subscribed', {
      id: 'v1',
      channel: 'c',
      resumed: false,
    });
    server.lastStream.send('snapshot', {
      channel: 'c',
      version: 1,
      ...answerOf(ship('a', 0)),
    });
    await waitFor(() => expect(result.current.status).toBe('ready'));
    const { current } = result;
    rerender({ kind: 'tug' });
    expect(result.current).toBe(current);
    rerender({ kind: 'liner' });
    expect(result.current.status).toBe('loading');
    act(() => time.advance(20));
    await waitFor(() => expect(server.changes).toHaveLength(1));
    rerender({ kind: 'tug' });
    expect(result.current.rows).toBe(current.rows);
  });

  it('useWhoami asks once for all, again for another user, and tells an error', async () => {
    server.answer = () => Response.json({ user, actions: [] });
    const { result } = renderHook(() => [useWhoami(), useWhoami()], {
      wrapper: Wrapper,
    });
    expect(result.current[0]).toEqual({
      whoami: undefined,
      loading: true,
      error: undefined,
    });
    await waitFor(() =>
      expect(result.current[1]).toEqual({
        whoami: { user, actions: [] },
        loading: false,
        error: undefined,
      }),
    );
    expect(server.requests).toHaveLength(1);

    const leave = client.view(shipsView).subscribe(() => {});
    await waitFor(() => expect(server.streams).toHaveLength(1));
    user = 'user:default/bob';
    server.lastStream.open();
    server.lastStream.send('heartbeat', { now: time.now(), asOf: {} });
    await waitFor(() => expect(result.current[0].whoami?.user).toBe(user));
    leave();
  });

  it('useAction previews and runs', async () => {
    server.answer = line =>
      Response.json(
        line.endsWith('/preview')
          ? { sentence: 'Scale it' }
          : { status: 'succeeded' },
      );
    const { result, rerender } = renderHook(
      () => useAction(scaleWorkloadAction),
      { wrapper: Wrapper },
    );
    const action = result.current;
    const input = { cluster: 'c', namespace: 'n', name: 'cart', replicas: 2 };
    await expect(action.preview(input)).resolves.toEqual({
      sentence: 'Scale it',
    });
    await expect(
      action.run(input, { uid: 'u' }, { idempotencyKey: 'k' }),
    ).resolves.toEqual({ status: 'succeeded' });
    expect(server.requests.map(({ line }) => line)).toEqual([
      'POST /actions/workload.scale/preview',
      'POST /actions/workload.scale',
    ]);
    rerender();
    expect(result.current).toBe(action);
  });

  it('useNow ticks for all at once and rests when nobody looks', () => {
    jest.useFakeTimers({ now: 1_000_000 });
    try {
      const { result, unmount } = renderHook(() => [useNow(), useNow(5_000)]);
      const other = renderHook(() => useNow());
      expect(result.current).toEqual([1_000_000, 1_000_000]);
      act(() => jest.advanceTimersByTime(4_000));
      expect(result.current).toEqual([1_004_000, 1_000_000]);
      expect(other.result.current).toBe(1_004_000);
      act(() => jest.advanceTimersByTime(1_000));
      expect(result.current).toEqual([1_005_000, 1_005_000]);
      unmount();
      other.unmount();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
