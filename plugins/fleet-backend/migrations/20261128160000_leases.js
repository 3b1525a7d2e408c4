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
  await knex.schema.createTable('leases', table => {
    table.comment('Which process does which background work, and until when');

    table
      .string('name', 255)
      .notNullable()
      .primary()
      .comment('What the lease is for');
    table
      .string('holder', 64)
      .comment('The process that holds it; nobody since it was given back');
    table
      .bigInteger('token')
      .notNullable()
      .comment(
        'Fencing token: grows with every holder and is never used again',
      );
    table
      .bigInteger('renewed_at')
      .notNullable()
      .comment(
        "Epoch milliseconds of the last renewal, by the database's clock",
      );
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment("Epoch milliseconds of the end, by the database's clock");
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('leases');
};
