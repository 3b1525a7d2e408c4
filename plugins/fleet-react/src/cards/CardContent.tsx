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
import { ComponentType, ReactNode, useEffect, useState } from 'react';
import { FleetCard } from './FleetCard';
import { loadCard, loadedCard } from './loadCard';

/**
 * Draws a card as soon as its code is there; throws when that cannot be loaded. Suspense would hold back what is loaded for up to half a second
 * while the code of other cards is still on its way.
 */
export function CardContent(props: { card: FleetCard; fallback: ReactNode }) {
  const { card, fallback } = props;
  const [state, setState] = useState<{
    Component?: ComponentType;
    error?: Error;
  }>(() => ({ Component: loadedCard(card) }));
  const { Component, error } = state;
  useEffect(() => {
    if (Component) return undefined;
    let left = false;
    const tell = (next: typeof state) => {
      if (!left) setState(next);
    };
    loadCard(card).then(
      loaded => tell({ Component: loaded }),
      reason => tell({ error: reason }),
    );
    return () => {
      left = true;
    };
    // Of the card only its code matters, which stays the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (error) throw error;
  return <>{Component ? <Component /> : fallback}</>;
}
