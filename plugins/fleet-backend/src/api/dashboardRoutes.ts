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
  cardHistoryInputSchema,
  dashboardChangeSchema,
  dashboardInputSchema,
  dashboardPreferencesSchema,
  MOST_CARD_HISTORY,
} from '@quarterdeck/backstage-plugin-fleet-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { CardHistoryStore } from '../dashboards/CardHistoryStore';
import { DashboardCallers } from '../dashboards/DashboardCaller';
import { Dashboards } from '../dashboards/Dashboards';
import { parseInput } from './parseInput';

/** Query parameters of `GET /card-history`. */
export const cardHistoryQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_CARD_HISTORY).default(50),
});

/** The dashboards that people own, their own choices about them and what became of their cards. */
export function createDashboardRoutes(options: {
  callers: DashboardCallers;
  dashboards: Dashboards;
  history: CardHistoryStore;
}): express.Router {
  const { callers, dashboards, history } = options;
  const router = Router();

  router.get('/dashboards', async (req, res) => {
    res.json({ items: await dashboards.list(await callers.of(req)) });
  });

  router.post('/dashboards', async (req, res) => {
    const caller = await callers.of(req);
    const input = parseInput(dashboardInputSchema, req.body, 'body');
    res.status(201).json(await dashboards.create(input, caller));
  });

  router.get('/dashboards/:idOrSlug', async (req, res) => {
    const caller = await callers.of(req);
    res.json(await dashboards.get(req.params.idOrSlug, caller));
  });

  router.put('/dashboards/:idOrSlug', async (req, res) => {
    const caller = await callers.of(req);
    const change = parseInput(dashboardChangeSchema, req.body, 'body');
    res.json(await dashboards.change(req.params.idOrSlug, change, caller));
  });

  router.delete('/dashboards/:idOrSlug', async (req, res) => {
    const caller = await callers.of(req);
    await dashboards.remove(req.params.idOrSlug, caller);
    res.status(204).end();
  });

  router.get('/dashboard-preferences', async (req, res) => {
    const person = await callers.of(req, ['user']);
    res.json(await dashboards.preferences(person));
  });

  router.put('/dashboard-preferences', async (req, res) => {
    const person = await callers.of(req, ['user']);
    const wanted = parseInput(dashboardPreferencesSchema, req.body, 'body');
    res.json(await dashboards.savePreferences(wanted, person));
  });

  router.get('/card-history', async (req, res) => {
    const { ref } = await callers.of(req, ['user']);
    const { limit } = parseInput(cardHistoryQuerySchema, req.query, 'query');
    res.json({ items: await history.list(ref, limit) });
  });

  router.post('/card-history', async (req, res) => {
    const { ref } = await callers.of(req, ['user']);
    const entry = parseInput(cardHistoryInputSchema, req.body, 'body');
    res.status(201).json(await history.add(ref, entry));
  });

  router.delete('/card-history/:id', async (req, res) => {
    const { ref } = await callers.of(req, ['user']);
    await history.remove(ref, req.params.id);
    res.status(204).end();
  });

  return router;
}
