/**
 * What sampling servers costs, and how far their two clocks are apart. What enters: nothing, since
 * each program makes its servers from local images. What leaves: figures on standard output, beside
 * those that were asked for. What is dropped: the windows.
 */
package dev.watershed.benchmarks.server;
