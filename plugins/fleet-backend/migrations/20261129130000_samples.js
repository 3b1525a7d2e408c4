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
  await knex.schema.createTable('sample_clusters', table => {
    table.comment('The clusters that samples are of');

    table.increments('id').comment('What samples name the cluster by');
    table.string('cluster', 255).notNullable().comment('Name of the cluster');
    table
      .string('incarnation', 255)
      .notNullable()
      .comment(
        'UID of its namespace kube-system: another one is another cluster; empty where it is not known',
      );
    table
      .bigInteger('first_at')
      .notNullable()
      .comment('Epoch milliseconds of its first sample');
    table
      .bigInteger('seen_at')
      .notNullable()
      .comment(
        'Epoch milliseconds of a recent sample; within some hours of the last one',
      );

    table.unique(['cluster', 'incarnation'], {
      indexName: 'sample_clusters_cluster_uniq',
    });
  });
  await knex.schema.createTable('recent_samples', table => {
    table.comment('Samples of hours that are not packed yet');

    table.integer('cluster_id').notNullable().comment('Which cluster');
    table
      .bigInteger('taken_at')
      .notNullable()
      .comment('Epoch milliseconds for which the figures hold');
    table
      .integer('step')
      .notNullable()
      .comment('Milliseconds until the next sample');
    table
      .text('figures')
      .notNullable()
      .comment('Figures by the ids of their series, as JSON');

    table.primary(['cluster_id', 'taken_at'], 'recent_samples_pk');
    table.index(['taken_at'], 'recent_samples_taken_idx');
  });
  await knex.schema.createTable('sample_blocks', table => {
    table.comment(
      'Packed samples: hours of raw ones, days of downsampled ones',
    );

    table.string('series', 128).notNullable().comment('Id of the series');
    table
      .string('tier', 8)
      .notNullable()
      .comment('raw: every sample of an hour; day: digests of a day');
    table
      .bigInteger('start')
      .notNullable()
      .comment('Epoch milliseconds at which the block begins');
    table.integer('cluster_id').notNullable().comment('Which cluster');
    table
      .integer('step')
      .notNullable()
      .comment('Milliseconds between two figures');
    table.integer('bytes').notNullable().comment('Size of the figures');
    table
      .binary('figures')
      .notNullable()
      .comment('Packed figures: see packFigures');

    table.primary(
      ['series', 'tier', 'start', 'cluster_id'],
      'sample_blocks_pk',
    );
    table.index(['cluster_id', 'tier', 'start'], 'sample_blocks_cluster_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sample_blocks');
  await knex.schema.dropTable('recent_samples');
  await knex.schema.dropTable('sample_clusters');
};
