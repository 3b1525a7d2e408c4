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

/** Notices that another user has signed in; Backstage has no event for it. */
export class UserWatch {
  readonly #identityApi: IdentityApi;
  readonly #listeners = new Set<() => void>();
  #user?: string;
  #ownership: readonly string[] = [];

  constructor(identityApi: IdentityApi) {
    this.#identityApi = identityApi;
  }

  /** Reference of the user as of the last check. */
  get user(): string | undefined {
    return this.#user;
  }

  /** References of the user and the groups that the user acts for, as of the last check. */
  get ownership(): readonly string[] {
    return this.#ownership;
  }

  async check(): Promise<void> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.#identityApi.getBackstageIdentity();
    const before = this.#user;
    this.#ownership = ownershipEntityRefs ?? [];
    this.#user = userEntityRef;
    if (before !== undefined && before !== userEntityRef) {
      this.#listeners.forEach(listener => listener());
    }
  }

  onChange(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }
}
