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
import { useApi } from '@backstage/core-plugin-api';
import {
  ActionOutcome,
  ActionPreview,
  ActionRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useMemo } from 'react';
import { z } from 'zod';
import {
  ActionRunTarget,
  FleetRequestOptions,
  fleetApiRef,
  RunActionOptions,
} from '../client/FleetApi';

/**
 * An action, ready to be previewed and run.
 *
 * @public
 */
export interface UsableAction<TInput> {
  preview(input: TInput, options?: FleetRequestOptions): Promise<ActionPreview>;
  /** The target is the one that the preview named. */
  run(
    input: TInput,
    target: ActionRunTarget,
    options: RunActionOptions,
  ): Promise<ActionOutcome>;
}

/**
 * Previews and runs an action. The result on the cluster comes back through the views.
 *
 * @public
 */
export function useAction<TInput extends z.ZodObject>(
  action: ActionRef<TInput, any>,
): UsableAction<z.input<TInput>> {
  const api = useApi(fleetApiRef);
  return useMemo(
    () => ({
      preview: (input, options) => api.previewAction(action, input, options),
      run: (input, target, options) =>
        api.runAction(action, input, target, options),
    }),
    [api, action],
  );
}
