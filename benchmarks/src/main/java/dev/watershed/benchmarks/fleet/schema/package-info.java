/**
 * The tables of the fleet: the hot ones are written out in {@code tables/*.txt}, the many small
 * ones follow from {@code schemas.txt} and a seed. Values only; nothing here talks to a server.
 */
package dev.watershed.benchmarks.fleet.schema;
