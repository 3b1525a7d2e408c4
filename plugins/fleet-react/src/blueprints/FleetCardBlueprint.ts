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
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import { ViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { ComponentType } from 'react';
import { z } from 'zod';
import { CardText } from '../cards/CardText';
import { FleetCard, FleetCardSize } from '../cards/FleetCard';

/**
 * What the fleet plugin collects from card extensions.
 *
 * @public
 */
export const fleetCardDataRef = createExtensionDataRef<FleetCard>().with({
  id: 'fleet.card',
});

/**
 * Parameters of {@link FleetCardBlueprint}.
 *
 * @public
 */
export interface FleetCardParams {
  /** A text, or a message by `cardText` where it shall be translated. */
  title: CardText;
  /** What it shows, in a sentence. */
  description?: CardText;
  /** Groups cards in the gallery: `clusters`, `workloads`, `compute`, … */
  category: string;
  /** The view it shows. */
  view: ViewRef<any, any, any>;
  /** Settings of the card, all with defaults; read with `useCardConfig`. */
  config?: z.ZodObject;
  /** Room on the dashboard: columns of twelve, rows of 72 px. */
  size: FleetCardSize;
  /** Cards come in this order, lowest first; 1000 when left out. */
  order?: number;
  /** Kept out of the default dashboard. */
  hidden?: boolean;
  /** Loads its component when it is first drawn. */
  loader: () => Promise<ComponentType>;
}

/**
 * Adds a card to the fleet. Any plugin may; the adopter changes `title`, `hidden`, `order` and `settings` (the card's own) under
 * `app.extensions`.
 *
 * @example
 * ```tsx
 * export const expiringCertificatesCard = FleetCardBlueprint.make({
 *   name: 'expiring-certificates',
 *   params: {
 *     title: 'Expiring certificates',
 *     category: 'security',
 *     view: expiringCertificatesView,
 *     size: { width: 6, height: 4 },
 *     loader: () => import('./cards/CertificatesCard').then(m => m.CertificatesCard),
 *   },
 * });
 * ```
 *
 * @public
 */
export const FleetCardBlueprint = createExtensionBlueprint({
  kind: 'fleet-card',
  attachTo: { id: 'api:fleet/cards', input: 'cards' },
  output: [fleetCardDataRef],
  dataRefs: { card: fleetCardDataRef },
  configSchema: {
    title: z.string().optional(),
    hidden: z.boolean().optional(),
    order: z.number().optional(),
    settings: z.record(z.string(), z.unknown()).optional(),
  },
  *factory(params: FleetCardParams, { node, config }) {
    const parsed = (params.config ?? z.strictObject({})).safeParse(
      config.settings ?? {},
    );
    yield fleetCardDataRef({
      id: node.spec.id,
      title: config.title ?? params.title,
      description: params.description,
      category: params.category,
      view: params.view,
      size: params.size,
      order: config.order ?? params.order ?? 1000,
      hidden: config.hidden ?? params.hidden ?? false,
      config: parsed.data ?? {},
      configSchema: params.config,
      configError: parsed.error && z.prettifyError(parsed.error),
      loader: params.loader,
      node,
    });
  },
});
