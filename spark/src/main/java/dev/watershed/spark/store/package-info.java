/**
 * A store on a file system of Hadoop. What enters: where it is. What leaves: {@link
 * dev.watershed.workload.store.file.StoreFiles}, or a refusal where nobody knows what the file
 * system guarantees.
 */
package dev.watershed.spark.store;
