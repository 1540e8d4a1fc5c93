/**
 * What a batch says of itself to a monitoring system. In: how a command ended, and the figures of
 * what it read. Out: the metrics of the last run of each command, as the text that Prometheus
 * scrapes, in one file. Earlier runs are dropped but for when the last one succeeded.
 */
package dev.watershed.cli.metrics;
