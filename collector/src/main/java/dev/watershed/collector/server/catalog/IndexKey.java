package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.TableKey;

/** An index of a table. */
record IndexKey(TableKey table, String index) {}
