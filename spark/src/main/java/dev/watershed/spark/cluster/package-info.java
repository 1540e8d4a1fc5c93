/** What is said of a cluster, whatever it was asked for. */
package dev.watershed.spark.cluster;
