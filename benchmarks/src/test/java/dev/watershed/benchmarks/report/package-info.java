/**
 * The report in a real browser: the Chromium of this machine, with no request to anywhere. Without
 * one, tests are skipped and say so, or fail under {@code WATERSHED_BROWSER=required}.
 */
package dev.watershed.benchmarks.report;
