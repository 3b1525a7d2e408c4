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

import { z } from 'zod';
import { dashboardContentSchema } from './dashboardContent';

/** Most dashboards that one user or group may own. @public */
export const MOST_DASHBOARDS = 200;

/** Lower case letters, digits and single dashes: the part of an address that names a dashboard. @public */
export const dashboardSlugSchema = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower case letters and digits, joined by single dashes',
  );

/**
 * Who sees a dashboard beside its owner: nobody, or everybody whom `fleet.dashboard.read` allows it. What its cards show is in any case
 * only what the viewer may read.
 * @public
 */
export const dashboardVisibilitySchema = z.enum(['owner', 'everyone']);

/** @public */
export type DashboardVisibility = z.infer<typeof dashboardVisibilitySchema>;

/** The template that a dashboard was made from, and the version of it. @public */
export const dashboardTemplateSchema = z.object({
  /** Id of the template's extension: `fleet-dashboard:fleet/operations`. */
  id: z.string().min(1).max(200),
  version: z.number().int().min(1),
});

/** @public */
export type DashboardTemplateRef = z.infer<typeof dashboardTemplateSchema>;

/** What a dashboard is called, in one line. @public */
export const dashboardTitleSchema = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u, 'must be one line without control characters');

/** What a dashboard is for. @public */
export const dashboardDescriptionSchema = z
  .string()
  .trim()
  .max(500)
  .refine(text => !text.includes('\0'), 'must not have a NUL character');

const describedShape = {
  title: dashboardTitleSchema,
  description: dashboardDescriptionSchema.optional(),
  visibility: dashboardVisibilitySchema,
};

/**
 * A dashboard without its cards, as lists show it.
 * @public
 */
export const dashboardSummarySchema = z.object({
  ...describedShape,
  id: z.string(),
  /** Unique over the portal. */
  slug: dashboardSlugSchema,
  /** Entity reference of the user or group that owns it. */
  owner: z.string(),
  template: dashboardTemplateSchema.optional(),
  /** Number of its cards. */
  cards: z.number().int(),
  /** Grows by one with each change; a change must name the one that it was made from. */
  revision: z.number().int(),
  /** Epoch milliseconds. */
  createdAt: z.number(),
  /** Epoch milliseconds. */
  updatedAt: z.number(),
  /** Entity reference of who changed it last. */
  updatedBy: z.string(),
  /** Whether the viewer may change it; also delete it, unless the portal's policy tells the two apart. */
  mayEdit: z.boolean(),
  /** Place among the viewer's pinned dashboards, from 0; absent when it is not pinned. */
  pinned: z.number().int().optional(),
  /** Whether it is what the viewer sees first. */
  isDefault: z.boolean(),
});

/** @public */
export type DashboardSummary = z.infer<typeof dashboardSummarySchema>;

/** A dashboard with its content. @public */
export const dashboardSchema = dashboardSummarySchema.extend({
  content: dashboardContentSchema,
});

/** @public */
export type Dashboard = z.infer<typeof dashboardSchema>;

/**
 * A dashboard to be made. The owner is the caller when left out, else a group of the caller. The slug is made from the title when left
 * out, with a number behind it when it is taken.
 * @public
 */
export const dashboardInputSchema = z.strictObject({
  title: describedShape.title,
  description: describedShape.description,
  slug: dashboardSlugSchema.optional(),
  owner: z.string().max(300).optional(),
  visibility: dashboardVisibilitySchema.default('owner'),
  template: dashboardTemplateSchema.optional(),
  content: dashboardContentSchema,
});

/** What a caller writes for a new dashboard. @public */
export type DashboardInput = z.input<typeof dashboardInputSchema>;

/**
 * A change of a dashboard; what is left out stays. It is refused with a conflict (409) when the dashboard has another revision.
 * @public
 */
export const dashboardChangeSchema = z.strictObject({
  revision: z.number().int(),
  title: describedShape.title.optional(),
  /** An empty text removes it. */
  description: describedShape.description,
  slug: dashboardSlugSchema.optional(),
  owner: z.string().max(300).optional(),
  visibility: dashboardVisibilitySchema.optional(),
  /** `null` lets go of the template. */
  template: dashboardTemplateSchema.nullable().optional(),
  content: dashboardContentSchema.optional(),
});

/** What a caller writes to change a dashboard. @public */
export type DashboardChange = z.input<typeof dashboardChangeSchema>;

/**
 * What a person has chosen of all dashboards.
 * @public
 */
export const dashboardPreferencesSchema = z.strictObject({
  /** Ids of pinned dashboards, in the order of the rail. Those that the person can no longer see are left out of answers. */
  pinned: z
    .array(z.string().max(64))
    .max(50)
    .refine(
      pinned => new Set(pinned).size === pinned.length,
      'A dashboard is there twice',
    ),
  /** Id of the dashboard that is shown first; absent for the one that the portal brings. */
  defaultDashboard: z.string().max(64).optional(),
});

/** @public */
export type DashboardPreferences = z.infer<typeof dashboardPreferencesSchema>;
