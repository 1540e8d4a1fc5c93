/**
 * A capture as an example of the repository.
 *
 * <p>What enters: the folder of a capture. What leaves: its logs, dumps and truth, compressed, and
 * the configuration that names them. What is dropped: nothing.
 */
package dev.watershed.benchmarks.fleet.example;
