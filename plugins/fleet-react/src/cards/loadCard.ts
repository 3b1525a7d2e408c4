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
import { ComponentType } from 'react';
import { FleetCard } from './FleetCard';

const loaded = new WeakMap<FleetCard['loader'], ComponentType>();

/** The component of a card whose code has been loaded before. */
export function loadedCard(card: FleetCard): ComponentType | undefined {
  return loaded.get(card.loader);
}

/**
 * Loads the code of a card. Where that has been done ahead, the card is drawn without a skeleton before.
 *
 * @public
 */
export async function loadCard(card: FleetCard): Promise<ComponentType> {
  const component = await card.loader();
  loaded.set(card.loader, component);
  return component;
}
