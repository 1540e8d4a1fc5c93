/**
 * What reading the catalog of a server with as many tables as a large fleet costs: seconds, and
 * CPU-seconds of the server.
 */
package dev.watershed.benchmarks.catalog;
