/** How large a snapshot is, and how fast it is judged by. */
package dev.watershed.benchmarks.snapshot;
