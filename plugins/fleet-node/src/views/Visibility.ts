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
/**
 * How a view treats rows that the viewer may not read.
 *
 * @remarks
 *
 * `rows`: only rows of clusters and namespaces that the viewer may read are used. `cluster`: all rows of the clusters that the viewer may
 * read are used, for whole-cluster figures that name nobody's objects. `withheld`: a cluster's part is shown only to who may read all
 * of the cluster.
 *
 * @public
 */
export type ViewVisibility = 'rows' | 'cluster' | 'withheld';
