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

import { clusterAccessSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  clusterAccessQuerySchema,
  rbacManifestQuerySchema,
} from './clusterAccessRoutes';
import {
  jsonSchema,
  OpenApiJson,
  operation,
  pathParameter,
  queryParameters,
} from './openApiParts';

/** Describes the routes of clusterAccessRoutes. */
export function clusterAccessPaths(): Record<string, OpenApiJson> {
  return {
    '/clusters/{cluster}/access': {
      get: operation(
        'getClusterAccess',
        "What the backend's credential may do in a cluster",
        {
          parameters: [
            pathParameter('cluster'),
            ...queryParameters(clusterAccessQuerySchema),
          ],
          answer: jsonSchema(clusterAccessSchema),
          errors: ['404', '503'],
        },
      ),
    },
    '/rbac-manifest': {
      get: operation(
        'getRbacManifest',
        'A manifest that grants what the fleet needs, and no more',
        {
          parameters: queryParameters(rbacManifestQuerySchema),
          answer: { type: 'string' },
          answerType: 'text/yaml',
        },
      ),
    },
  };
}
