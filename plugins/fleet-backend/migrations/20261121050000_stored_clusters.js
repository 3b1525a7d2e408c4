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
  await knex.schema.createTable('stored_clusters', table => {
    table.comment('Clusters that administrators added in the portal');

    table
      .string('name', 63)
      .notNullable()
      .primary()
      .comment('Name of the cluster');
    table.text('title').notNullable().comment('What people call it');
    table.text('labels').notNullable().comment('Labels as JSON');
    table
      .text('connection')
      .notNullable()
      .comment('Address and how to reach it, as JSON without credential');
    table.string('auth', 32).notNullable().comment('Kind of the credential');
    table
      .text('credential', 'longtext')
      .notNullable()
      .comment('Encrypted with a key of fleet.encryption.keys (AES-256-GCM)');
    table
      .string('key_id', 16)
      .notNullable()
      .comment('Which of the keys, by what is derived from it');
    table
      .string('created_by', 512)
      .notNullable()
      .comment('Entity ref of who added it');
    table
      .bigInteger('created_at')
      .notNullable()
      .comment('Epoch milliseconds of the addition');
    table
      .bigInteger('changed_at')
      .notNullable()
      .comment('Epoch milliseconds of the last change');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stored_clusters');
};
