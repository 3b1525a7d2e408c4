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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ActionRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { useWhoami } from '../../hooks/useWhoami';
import { fleetReactTranslationRef } from '../../translation';

/**
 * Whether the viewer may run an action somewhere, for showing its button as it is. The backend decides for each object.
 *
 * @returns why the button does nothing; undefined when it works
 *
 * @public
 */
export function useActionAllowed(action: ActionRef<any, any>): {
  disabledReason?: string;
} {
  const { whoami, loading } = useWhoami();
  const { t } = useTranslationRef(fleetReactTranslationRef);
  if (whoami?.actions.includes(action.id)) return {};
  if (whoami) {
    return {
      disabledReason: t('action.notAllowed', {
        permission: action.permission.name,
      }),
    };
  }
  return {
    disabledReason: t(loading ? 'action.checking' : 'action.unknownAllowed'),
  };
}
