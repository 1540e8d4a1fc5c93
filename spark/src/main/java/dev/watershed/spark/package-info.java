/**
 * The same stages on a cluster: Spark runs them, Hadoop's file systems hold logs and store.
 *
 * <p>What enters: command lines of {@code watershed}, slow logs of many servers, a store anywhere.
 * What leaves: the windows and reports that one machine would make of the same, byte for byte.
 * Nothing here decides a number.
 */
package dev.watershed.spark;
