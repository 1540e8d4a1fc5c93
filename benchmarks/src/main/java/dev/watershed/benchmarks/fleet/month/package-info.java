/**
 * A month of rotated logs, made of the slices of one capture with other times and the curve of a
 * day.
 */
package dev.watershed.benchmarks.fleet.month;
