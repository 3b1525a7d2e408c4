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

import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  Dashboard,
  dashboardChangeSchema,
  dashboardInputSchema,
  DashboardPreferences,
  DashboardSummary,
  fleetDashboardCreatePermission,
  fleetDashboardDeletePermission,
  fleetDashboardUpdatePermission,
  MOST_DASHBOARDS,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { followEvent } from '../audit/followEvent';
import { DashboardCaller } from './DashboardCaller';
import { dashboardOwner } from './dashboardOwner';
import { DashboardPreferenceStore } from './DashboardPreferenceStore';
import { DashboardStore } from './DashboardStore';
import { StoredDashboard, StoredDashboardWithContent } from './StoredDashboard';

/** The dashboards that people own, for callers: whoever does not see one is told that there is none. */
export class Dashboards {
  readonly #store: DashboardStore;
  readonly #preferences: DashboardPreferenceStore;
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;

  constructor(options: {
    store: DashboardStore;
    preferences: DashboardPreferenceStore;
    auditor: AuditorService;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#preferences = options.preferences;
    this.#auditor = options.auditor;
    this.#logger = options.logger;
  }

  /** By title. */
  async list(caller: DashboardCaller): Promise<DashboardSummary[]> {
    const [stored, chosen] = await Promise.all([
      this.#store.listFor(caller.owners),
      this.#chosenBy(caller),
    ]);
    return stored
      .filter(dashboard => caller.sees(dashboard))
      .map(dashboard => shownTo(caller, dashboard, chosen))
      .sort(
        (a, b) => a.title.localeCompare(b.title) || (a.slug < b.slug ? -1 : 1),
      );
  }

  /** @throws NotFoundError when the caller sees none of it, as all others do. */
  async get(idOrSlug: string, caller: DashboardCaller): Promise<Dashboard> {
    const dashboard = await this.#seen(idOrSlug, caller);
    return shownTo(caller, dashboard, await this.#chosenBy(caller));
  }

  async create(
    { slug, ...input }: z.output<typeof dashboardInputSchema>,
    caller: DashboardCaller,
  ): Promise<Dashboard> {
    if (!caller.mayCreate) {
      throw new NotAllowedError(
        `Making a dashboard needs the permission ${fleetDashboardCreatePermission.name}`,
      );
    }
    const owner = dashboardOwner(input.owner, caller);
    await this.#expectRoom(owner);
    const added = await this.#told('create', caller, { owner }, () =>
      this.#store.add(
        { ...input, description: input.description || undefined, owner },
        slug,
        caller.ref,
      ),
    );
    return shownTo(caller, added, await this.#chosenBy(caller));
  }

  /** @throws ConflictError when it has another revision, or the slug is taken. */
  async change(
    idOrSlug: string,
    { revision, ...change }: z.output<typeof dashboardChangeSchema>,
    caller: DashboardCaller,
  ): Promise<Dashboard> {
    const present = await this.#seen(idOrSlug, caller);
    expectHolder(present, caller);
    if (!caller.may('update', present)) {
      throw new NotAllowedError(
        `Changing a dashboard needs the permission ${fleetDashboardUpdatePermission.name}`,
      );
    }
    if (present.revision !== revision) throw changedMeanwhile(present);
    const owner =
      change.owner === undefined
        ? present.owner
        : dashboardOwner(change.owner, caller);
    if (owner !== present.owner) await this.#expectRoom(owner);
    const write = () => this.#write(present, { ...change, owner }, caller);
    const visibility = change.visibility ?? present.visibility;
    const changed =
      owner === present.owner && visibility === present.visibility
        ? await write()
        : await this.#told(
            'share',
            caller,
            { owner, visibility, dashboard: present.id },
            write,
          );
    return shownTo(caller, changed, await this.#chosenBy(caller));
  }

  async remove(idOrSlug: string, caller: DashboardCaller): Promise<void> {
    const present = await this.#seen(idOrSlug, caller);
    expectHolder(present, caller);
    if (!caller.may('delete', present)) {
      throw new NotAllowedError(
        `Deleting a dashboard needs the permission ${fleetDashboardDeletePermission.name}`,
      );
    }
    const { id, owner } = present;
    await this.#told('delete', caller, { owner, dashboard: id }, async () => {
      if (!(await this.#store.remove(present))) throw notFound();
      return present;
    });
  }

  /** Those that the person no longer sees are left out. */
  async preferences(caller: DashboardCaller): Promise<DashboardPreferences> {
    return this.#seenOf(await this.#chosenBy(caller), caller);
  }

  /** Saves those that the person sees. */
  async savePreferences(
    preferences: DashboardPreferences,
    caller: DashboardCaller,
  ): Promise<DashboardPreferences> {
    const seen = await this.#seenOf(preferences, caller);
    await this.#preferences.save(caller.ref, seen);
    return seen;
  }

  async #seenOf(
    { pinned, defaultDashboard }: DashboardPreferences,
    caller: DashboardCaller,
  ): Promise<DashboardPreferences> {
    const chosen =
      defaultDashboard === undefined ? pinned : [...pinned, defaultDashboard];
    const seen = (await this.#store.findMany(chosen))
      .filter(dashboard => caller.sees(dashboard))
      .map(({ id }) => id);
    return {
      pinned: pinned.filter(id => seen.includes(id)),
      ...(defaultDashboard !== undefined &&
        seen.includes(defaultDashboard) && { defaultDashboard }),
    };
  }

  async #chosenBy(caller: DashboardCaller): Promise<DashboardPreferences> {
    return caller.isPerson ? this.#preferences.get(caller.ref) : { pinned: [] };
  }

  async #seen(
    idOrSlug: string,
    caller: DashboardCaller,
  ): Promise<StoredDashboardWithContent> {
    const dashboard = await this.#store.find(idOrSlug);
    if (!dashboard || !caller.sees(dashboard)) throw notFound();
    return dashboard;
  }

  async #write(
    present: StoredDashboard,
    change: Omit<z.output<typeof dashboardChangeSchema>, 'revision'>,
    caller: DashboardCaller,
  ): Promise<StoredDashboardWithContent> {
    const { description, template, ...rest } = change;
    const changed = await this.#store.change(
      present,
      {
        ...rest,
        ...(description !== undefined && {
          description: description || undefined,
        }),
        ...(template !== undefined && { template: template ?? undefined }),
      },
      caller.ref,
    );
    if (changed) return changed;
    // Somebody else was faster.
    throw changedMeanwhile(await this.#seen(present.id, caller));
  }

  async #expectRoom(owner: string): Promise<void> {
    if ((await this.#store.count(owner)) >= MOST_DASHBOARDS) {
      throw new InputError(
        `${owner} has ${MOST_DASHBOARDS} dashboards, and cannot have more: delete one first`,
      );
    }
  }

  async #told<T extends StoredDashboard>(
    queryType: 'create' | 'share' | 'delete',
    { ref, request }: DashboardCaller,
    about: Record<string, string>,
    work: () => Promise<T>,
  ): Promise<T> {
    return followEvent(
      await this.#auditor.createEvent({
        eventId: 'dashboard-change',
        severityLevel: 'low',
        request,
        meta: { queryType, actor: ref, ...about },
      }),
      this.#logger,
      work,
      ({ id, slug }) => ({ dashboard: id, slug }),
    );
  }
}

function expectHolder(dashboard: StoredDashboard, caller: DashboardCaller) {
  if (!caller.holds(dashboard)) {
    throw new NotAllowedError(
      `Only ${dashboard.owner} and administrators of the fleet may change this dashboard`,
    );
  }
}

function notFound(): NotFoundError {
  return new NotFoundError('There is no such dashboard');
}

function changedMeanwhile({
  revision,
  updatedBy,
}: StoredDashboard): ConflictError {
  return new ConflictError(
    `The dashboard was changed meanwhile: it is at revision ${revision}, by ${updatedBy}`,
  );
}

function shownTo<T extends StoredDashboard>(
  caller: DashboardCaller,
  dashboard: T,
  { pinned, defaultDashboard }: DashboardPreferences,
) {
  const place = pinned.indexOf(dashboard.id);
  return {
    ...dashboard,
    mayEdit:
      caller.sees(dashboard) &&
      caller.holds(dashboard) &&
      caller.may('update', dashboard),
    ...(place >= 0 && { pinned: place }),
    isDefault: dashboard.id === defaultDashboard,
  };
}
