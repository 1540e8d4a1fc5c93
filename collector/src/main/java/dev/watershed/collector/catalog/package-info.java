/**
 * Catalogs on their way into the store: enters a {@link dev.watershed.workload.catalog.Catalog} of
 * a server, leaves a window. What is dropped: a catalog that is there already.
 */
package dev.watershed.collector.catalog;
