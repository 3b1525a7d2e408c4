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
  CardHistoryEntry,
  cardHistoryInputSchema,
  Dashboard,
  dashboardChangeSchema,
  DashboardInput,
  dashboardInputSchema,
  DashboardPreferences,
  slugOfTitle,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { whoami } from './fleetFixture';
import { Refusal } from './Refusal';

/** What is said of a dashboard that is put there; the rest is made up. */
type AddedDashboard = Partial<DashboardInput> &
  Omit<Partial<Dashboard>, keyof DashboardInput>;

/** The dashboards of the backend, for one viewer, who owns what is theirs or their groups'. */
export class TestDashboards {
  /** What the viewer has chosen. */
  preferences: DashboardPreferences = { pinned: [] };
  /** The viewer's card history, the latest first. */
  history: CardHistoryEntry[] = [];
  /** When set, everything is refused with it. */
  refuseWith?: () => Response;
  /** Requests as they came, such as `PUT /dashboards/d1`. */
  readonly requests: string[] = [];

  readonly #stored = new Map<string, Dashboard>();
  #made = 0;

  /** Puts a dashboard there; one of somebody else is seen, and not changed by the viewer. */
  add(dashboard: AddedDashboard = {}): Dashboard {
    const input = dashboardInputSchema.parse({
      title: dashboard.title ?? 'Operations',
      description: dashboard.description,
      slug: dashboard.slug,
      owner: dashboard.owner,
      visibility: dashboard.visibility,
      template: dashboard.template,
      content: dashboard.content ?? { cards: [], stats: [] },
    });
    const {
      id = `d${++this.#made}`,
      revision = 1,
      createdAt = Date.now(),
      updatedAt = createdAt,
      updatedBy = whoami.user,
    } = dashboard;
    const owner = input.owner ?? whoami.user;
    const added: Dashboard = {
      ...input,
      id,
      slug: input.slug ?? this.#freeSlug(input.title),
      owner,
      cards: input.content.cards.length,
      revision,
      createdAt,
      updatedAt,
      updatedBy,
      mayEdit: dashboard.mayEdit ?? whoami.ownership.includes(owner),
      isDefault: false,
    };
    this.#stored.set(id, added);
    return this.#shown(added);
  }

  /** All of them, as the viewer sees them. */
  get all(): Dashboard[] {
    return [...this.#stored.values()]
      .map(dashboard => this.#shown(dashboard))
      .sort((a, b) => a.title.localeCompare(b.title));
  }

  /** Somebody else changes one meanwhile. */
  changeElsewhere(
    id: string,
    change: Partial<Dashboard>,
    by: string = 'user:default/ben',
  ): Dashboard {
    const { revision } = this.#find(id);
    return this.#write(id, { ...change, revision: revision + 1 }, by);
  }

  /** Somebody else deletes one meanwhile. */
  removeElsewhere(id: string): void {
    this.#stored.delete(id);
  }

  /** @throws Refusal as all that follows, when the backend would refuse. */
  create(input: z.output<typeof dashboardInputSchema>): Dashboard {
    this.#expectFree(input.slug);
    return this.add(input);
  }

  get(idOrSlug: string): Dashboard {
    return this.#shown(this.#find(idOrSlug));
  }

  change(
    idOrSlug: string,
    { revision, template, ...change }: z.output<typeof dashboardChangeSchema>,
  ): Dashboard {
    const present = this.#editable(idOrSlug);
    if (present.revision !== revision) {
      throw new Refusal(
        409,
        'ConflictError',
        `The dashboard was changed meanwhile: it is at revision ${present.revision}, by ${present.updatedBy}`,
      );
    }
    if (change.slug !== present.slug) this.#expectFree(change.slug);
    return this.#write(present.id, {
      ...(Object.fromEntries(
        Object.entries(change).filter(([, value]) => value !== undefined),
      ) as Partial<Dashboard>),
      ...(change.description === '' && { description: undefined }),
      ...(template !== undefined && { template: template ?? undefined }),
      revision: revision + 1,
    });
  }

  remove(idOrSlug: string): void {
    this.#stored.delete(this.#editable(idOrSlug).id);
  }

  savePreferences(preferences: DashboardPreferences): DashboardPreferences {
    this.preferences = preferences;
    this.preferences = this.seenPreferences();
    return this.preferences;
  }

  seenPreferences(): DashboardPreferences {
    const { pinned, defaultDashboard } = this.preferences;
    return {
      pinned: pinned.filter(id => this.#stored.has(id)),
      ...(defaultDashboard !== undefined &&
        this.#stored.has(defaultDashboard) && { defaultDashboard }),
    };
  }

  remember(input: z.output<typeof cardHistoryInputSchema>): CardHistoryEntry {
    const entry = { ...input, id: `h${++this.#made}`, at: Date.now() };
    this.history = [entry, ...this.history];
    return entry;
  }

  #write(
    id: string,
    change: Partial<Dashboard>,
    by: string = whoami.user,
  ): Dashboard {
    const changed = { ...this.#find(id), ...change };
    const written = {
      ...changed,
      cards: changed.content.cards.length,
      updatedAt: Date.now(),
      updatedBy: by,
    };
    this.#stored.set(id, written);
    return this.#shown(written);
  }

  #shown(dashboard: Dashboard): Dashboard {
    const { pinned, defaultDashboard } = this.preferences;
    const place = pinned.indexOf(dashboard.id);
    return {
      ...dashboard,
      pinned: place < 0 ? undefined : place,
      isDefault: defaultDashboard === dashboard.id,
    };
  }

  #find(idOrSlug: string): Dashboard {
    const found =
      this.#stored.get(idOrSlug) ??
      [...this.#stored.values()].find(({ slug }) => slug === idOrSlug);
    if (!found) {
      throw new Refusal(404, 'NotFoundError', 'There is no such dashboard');
    }
    return found;
  }

  #editable(idOrSlug: string): Dashboard {
    const found = this.#find(idOrSlug);
    if (!found.mayEdit) {
      throw new Refusal(
        403,
        'NotAllowedError',
        `Only ${found.owner} and administrators of the fleet may change this dashboard`,
      );
    }
    return found;
  }

  #expectFree(slug: string | undefined): void {
    if ([...this.#stored.values()].some(other => other.slug === slug)) {
      throw new Refusal(409, 'ConflictError', `The address '${slug}' is taken`);
    }
  }

  #freeSlug(title: string): string {
    const taken = new Set([...this.#stored.values()].map(({ slug }) => slug));
    let number = 1;
    while (taken.has(slugOfTitle(title, number))) number += 1;
    return slugOfTitle(title, number);
  }
}
