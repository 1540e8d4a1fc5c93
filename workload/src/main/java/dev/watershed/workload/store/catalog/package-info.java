/**
 * Catalogs as they lie in the store.
 *
 * <p>What enters: a {@link dev.watershed.workload.catalog.Catalog}. What leaves: the tables of a
 * window, which name the schemas and hold the statistics, and objects by the hash of their content:
 * a schema lists its objects, an object is a definition. So a catalog that did not change costs a
 * few bytes a window, and equal tables of many schemas are stored once. An object is a text of
 * lines ({@link dev.watershed.workload.store.catalog.ObjectText}); fields that have their default
 * are not written, and those that are not known are passed over: later versions add some. What is
 * dropped: when the store is compacted, objects that no window refers to.
 */
package dev.watershed.workload.store.catalog;
