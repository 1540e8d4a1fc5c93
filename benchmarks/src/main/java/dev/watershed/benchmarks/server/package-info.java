/**
 * What sampling a server costs. What enters: the address of a server that nobody needs. What
 * leaves: times on standard output. What is dropped: the windows.
 */
package dev.watershed.benchmarks.server;
