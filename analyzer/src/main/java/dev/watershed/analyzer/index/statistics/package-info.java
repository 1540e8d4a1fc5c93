/**
 * What is known and what is assumed of tables, columns and indexes. Enters: definitions, the
 * server's own figures and what the workload measured. Leaves: rows, pages, different values and
 * sizes, of indexes that exist and of those that might. Every assumption is a documented constant,
 * and {@link dev.watershed.analyzer.index.statistics.Distinct} says whether a figure is one.
 */
package dev.watershed.analyzer.index.statistics;
