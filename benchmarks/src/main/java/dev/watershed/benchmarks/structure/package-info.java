/** How well clusters of tables recover applications that share one schema, and how fast. */
package dev.watershed.benchmarks.structure;
