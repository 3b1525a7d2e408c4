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
import { IdentityApi } from '@backstage/core-plugin-api';
import { beforeSignOut } from './beforeSignOut';
import { createBrowserWarmStore } from './WarmStore';

/**
 * Removes what the fleet keeps in the browser when the user signs out, also from a tab in which nothing of the fleet was looked at. To be
 * called once when the portal starts.
 *
 * @public
 */
export function forgetAtSignOut(identityApi: IdentityApi): void {
  const store = createBrowserWarmStore();
  if (store) beforeSignOut(identityApi, () => store.end());
}
