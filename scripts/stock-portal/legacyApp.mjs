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

import { join } from 'node:path';
import { editText } from './editText.mjs';

const DEFAULT_PAGE = `const defaultEntityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overviewContent}
    </EntityLayout.Route>
`;

/** What docs/existing-portal.md says for portals on the old frontend system. */
export async function addToLegacyApp(portal) {
  const source = join(portal, 'packages/app/src');
  await editText(join(source, 'App.tsx'), [
    [
      "import { apis } from './apis';",
      "import { apis } from './apis';\nimport { FleetPage } from '@quarterdeck/backstage-plugin-fleet/legacy';",
    ],
    [
      '<Route path="/settings"',
      '<Route path="/fleet" element={<FleetPage />} />\n    <Route path="/settings"',
    ],
  ]);
  await editText(join(source, 'components/Root/Root.tsx'), [
    [
      "import MenuIcon from '@material-ui/icons/Menu';",
      "import MenuIcon from '@material-ui/icons/Menu';\nimport DirectionsBoatIcon from '@material-ui/icons/DirectionsBoat';",
    ],
    [
      '<SidebarItem icon={ExtensionIcon}',
      '<SidebarItem icon={DirectionsBoatIcon} to="fleet" text="Fleet" />\n        <SidebarItem icon={ExtensionIcon}',
    ],
  ]);
  await editText(join(source, 'components/catalog/EntityPage.tsx'), [
    [
      "import { EntityTechdocsContent } from '@backstage/plugin-techdocs';",
      `import { EntityTechdocsContent } from '@backstage/plugin-techdocs';
import {
  EntityFleetClusterCard,
  EntityFleetClusterContent,
  EntityFleetWorkloadsCard,
  EntityFleetWorkloadsContent,
  hasFleetWorkloads,
  isFleetCluster,
} from '@quarterdeck/backstage-plugin-fleet/legacy';`,
    ],
    [
      `    <Grid item md={4} xs={12}>
      <EntityLinksCard />`,
      `    <EntitySwitch>
      <EntitySwitch.Case if={hasFleetWorkloads}>
        <Grid item md={6} xs={12}>
          <EntityFleetWorkloadsCard />
        </Grid>
      </EntitySwitch.Case>
      <EntitySwitch.Case if={isFleetCluster}>
        <Grid item md={6} xs={12}>
          <EntityFleetClusterCard />
        </Grid>
      </EntitySwitch.Case>
    </EntitySwitch>
    <Grid item md={4} xs={12}>
      <EntityLinksCard />`,
    ],
    [
      '    <EntityLayout.Route path="/ci-cd"',
      `    <EntityLayout.Route path="/fleet" title="Fleet" if={hasFleetWorkloads}>
      <EntityFleetWorkloadsContent />
    </EntityLayout.Route>

    <EntityLayout.Route path="/ci-cd"`,
    ],
    [
      DEFAULT_PAGE,
      `${DEFAULT_PAGE}
    <EntityLayout.Route path="/fleet-cluster" title="Fleet" if={isFleetCluster}>
      <EntityFleetClusterContent />
    </EntityLayout.Route>
`,
    ],
  ]);
}
