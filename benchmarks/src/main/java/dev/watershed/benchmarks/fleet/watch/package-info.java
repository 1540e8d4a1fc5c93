/** The fleet as Watershed itself sees it while it runs, held against what the logs say. */
package dev.watershed.benchmarks.fleet.watch;
