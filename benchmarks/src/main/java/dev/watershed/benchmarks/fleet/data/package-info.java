/** The rows that tables begin with, and the values of clients: made-up words, skewed, by a seed. */
package dev.watershed.benchmarks.fleet.data;
