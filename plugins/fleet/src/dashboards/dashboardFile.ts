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
  DASHBOARD_FILE_VERSION,
  DashboardContent,
  DashboardFile,
  DashboardTemplateRef,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** A dashboard as the file that people export. */
export function dashboardFileOf(dashboard: {
  title: string;
  description?: string;
  template?: DashboardTemplateRef;
  content: DashboardContent;
}): DashboardFile {
  const { title, description, template, content } = dashboard;
  return {
    apiVersion: DASHBOARD_FILE_VERSION,
    kind: 'Dashboard',
    title,
    description,
    template,
    content,
  };
}

/** Lets the browser save a dashboard's file. */
export function downloadDashboard(file: DashboardFile, slug: string): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(file, undefined, 2)}\n`], {
      type: 'application/json',
    }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${slug}.dashboard.json`;
  link.click();
  URL.revokeObjectURL(url);
}
