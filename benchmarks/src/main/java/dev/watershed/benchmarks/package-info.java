/**
 * How fast, and whether right: JMH benchmarks, corpus generators, the fleet behind the examples.
 */
package dev.watershed.benchmarks;
