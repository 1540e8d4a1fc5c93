/**
 * Catalogs from dumps, and from statements.
 *
 * <p>What enters: the file that {@code mysqldump --no-data} wrote. What leaves: the catalog that a
 * server has once it has run it ({@link dev.watershed.collector.dump.CatalogBuilder}): with the
 * character sets, names and indexes that the definitions leave to the server. What is dropped:
 * literals, unless they are asked for, and statements that cannot be read, each of which is a gap.
 *
 * <p>What enters: a catalog and one statement. What leaves: the catalog after it, or why the server
 * would refuse it ({@link dev.watershed.collector.dump.CatalogStep}). What is dropped: figures of
 * tables and indexes that are gone.
 */
package dev.watershed.collector.dump;
