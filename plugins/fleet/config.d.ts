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

/** The rest of this package is configured by its extensions, under `app.extensions`. */
export interface Config {
  fleet?: {
    /**
     * Sections of the rail (`clusters`, `nodes`, …) and dashboard templates, by their slugs, that the portal offers; all of them when left
     * out. The first dashboard and the list of dashboards are always there. It tidies up and spares loading; it protects nothing.
     * @visibility frontend
     */
    enabledDashboards?: string[];
  };
}
