/** The report in a browser: a large fleet, how large its file is, and how fast it opens. */
package dev.watershed.benchmarks.report;
