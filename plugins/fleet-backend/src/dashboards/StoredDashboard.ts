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
  DashboardContent,
  DashboardSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** A dashboard without its content and without what depends on who looks at it. */
export type StoredDashboard = Omit<
  DashboardSummary,
  'mayEdit' | 'pinned' | 'isDefault'
>;

/** A dashboard as it is stored. */
export type StoredDashboardWithContent = StoredDashboard & {
  readonly content: DashboardContent;
};

/** What is written of a new dashboard. */
export type NewDashboard = Pick<
  StoredDashboardWithContent,
  'title' | 'description' | 'owner' | 'visibility' | 'template' | 'content'
>;

/** What is written of a changed dashboard; the rest stays. */
export type ChangedDashboard = Partial<NewDashboard & { slug: string }>;

/** A row of the table `dashboards`. */
export interface RawDbDashboardRow {
  id: string;
  slug: string;
  title: string;
  description: string | null;
  owner: string;
  visibility: string;
  template: string | null;
  content: string;
  cards: number;
  revision: number;
  created_at: number | string;
  updated_at: number | string;
  updated_by: string;
}

/** The columns of a dashboard but for its content. */
export const summaryColumns = [
  'id',
  'slug',
  'title',
  'description',
  'owner',
  'visibility',
  'template',
  'cards',
  'revision',
  'created_at',
  'updated_at',
  'updated_by',
] as const satisfies readonly (keyof RawDbDashboardRow)[];

export function toStoredDashboard(
  row: Omit<RawDbDashboardRow, 'content'>,
): StoredDashboard {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    ...(row.description !== null && { description: row.description }),
    owner: row.owner,
    visibility: row.visibility as StoredDashboard['visibility'],
    ...(row.template !== null && { template: JSON.parse(row.template) }),
    cards: row.cards,
    revision: row.revision,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    updatedBy: row.updated_by,
  };
}

/** The columns of what is written; `undefined` for those that stay as they are. */
export function toColumns(
  written: ChangedDashboard,
): Partial<RawDbDashboardRow> {
  const { content, slug, title, owner, visibility } = written;
  return {
    slug,
    title,
    owner,
    visibility,
    ...('description' in written && {
      description: written.description ?? null,
    }),
    ...('template' in written && {
      template: written.template ? JSON.stringify(written.template) : null,
    }),
    ...(content && {
      content: JSON.stringify(content),
      cards: content.cards.length,
    }),
  };
}
