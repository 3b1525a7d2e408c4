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
  connectionTestInputSchema,
  connectionTestSchema,
  storedClusterChangeSchema,
  storedClusterInputSchema,
  storedClusterSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  items,
  jsonSchema,
  OpenApiJson,
  operation,
  pathParameter,
} from './openApiParts';

/** The paths about clusters that are added in the portal. */
export function storedClusterPaths(): Record<string, OpenApiJson> {
  return {
    '/stored-clusters': {
      get: operation(
        'listStoredClusters',
        'The clusters that were added in the portal, without credentials',
        { answer: items(jsonSchema(storedClusterSchema)), errors: ['501'] },
      ),
      post: operation('addStoredCluster', 'Adds a cluster', {
        body: jsonSchema(storedClusterInputSchema, 'input'),
        answer: jsonSchema(storedClusterSchema),
        answerStatus: 201,
        errors: ['409', '501', '503'],
      }),
    },
    '/stored-clusters/{name}': {
      put: operation('changeStoredCluster', 'Changes an added cluster', {
        parameters: [pathParameter('name')],
        body: jsonSchema(storedClusterChangeSchema, 'input'),
        answer: jsonSchema(storedClusterSchema),
        errors: ['404', '501', '503'],
      }),
      delete: operation('removeStoredCluster', 'Removes an added cluster', {
        parameters: [pathParameter('name')],
        errors: ['404', '501', '503'],
      }),
    },
    '/clusters/test': {
      post: operation(
        'testConnection',
        'Tries a connection step by step; nothing is stored',
        {
          body: jsonSchema(connectionTestInputSchema, 'input'),
          answer: jsonSchema(connectionTestSchema),
          errors: ['404', '501'],
        },
      ),
    },
  };
}
