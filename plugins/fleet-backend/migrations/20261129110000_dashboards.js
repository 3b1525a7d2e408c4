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

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('dashboards', table => {
    table.comment('Dashboards that people own');

    table.string('id', 36).notNullable().primary().comment('Identifier');
    table
      .string('slug', 63)
      .notNullable()
      .unique({ indexName: 'dashboards_slug_uniq' })
      .comment('Part of its address');
    table.text('title').notNullable().comment('What it is called');
    table.text('description').comment('What it is for');
    table
      .string('owner', 512)
      .notNullable()
      .comment('Entity ref of the user or group, in lower case');
    table
      .string('visibility', 16)
      .notNullable()
      .comment('Who sees it: owner or everyone');
    table.text('template').comment('Template it was made from, as JSON');
    table
      .text('content', 'longtext')
      .notNullable()
      .comment('Its cards and figures as JSON');
    table.integer('cards').notNullable().comment('Number of its cards');
    table
      .integer('revision')
      .notNullable()
      .comment('Grows by one with every change');
    table
      .bigInteger('created_at')
      .notNullable()
      .comment('Epoch milliseconds of its creation');
    table
      .bigInteger('updated_at')
      .notNullable()
      .comment('Epoch milliseconds of the last change');
    table
      .string('updated_by', 512)
      .notNullable()
      .comment('Entity ref of who changed it last');

    table.index(['owner'], 'dashboards_owner_idx');
    table.index(['visibility'], 'dashboards_visibility_idx');
  });

  await knex.schema.createTable('dashboard_preferences', table => {
    table.comment('What people have chosen of all dashboards');

    table
      .string('person', 512)
      .notNullable()
      .primary()
      .comment('Entity ref of the person');
    table
      .string('default_dashboard', 36)
      .comment('Id of the dashboard that is shown first');

    table.index(['default_dashboard'], 'dashboard_preferences_default_idx');
  });

  await knex.schema.createTable('dashboard_pins', table => {
    table.comment('Dashboards that people have pinned');

    table
      .string('person', 512)
      .notNullable()
      .comment('Entity ref of the person');
    table.string('dashboard', 36).notNullable().comment('Id of the dashboard');
    table
      .integer('position')
      .notNullable()
      .comment('Place on the rail, from 0');

    table.primary(['person', 'dashboard']);
    table.index(['dashboard'], 'dashboard_pins_dashboard_idx');
  });

  await knex.schema.createTable('card_history', table => {
    table.comment('What became of the cards of people');

    table.bigIncrements('sequence').comment('Order of the entries');
    table
      .string('id', 36)
      .notNullable()
      .unique({ indexName: 'card_history_id_uniq' })
      .comment('Identifier of the entry');
    table
      .string('person', 512)
      .notNullable()
      .comment('Entity ref of the person');
    table
      .text('entry', 'longtext')
      .notNullable()
      .comment('What happened, on which dashboard, and the card, as JSON');
    table
      .bigInteger('at')
      .notNullable()
      .comment('Epoch milliseconds of when it happened');

    table.index(['person', 'sequence'], 'card_history_person_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('card_history');
  await knex.schema.dropTable('dashboard_pins');
  await knex.schema.dropTable('dashboard_preferences');
  await knex.schema.dropTable('dashboards');
};
