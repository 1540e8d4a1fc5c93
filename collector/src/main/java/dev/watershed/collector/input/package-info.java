/**
 * From what a user named on the command line to streams of bytes, and the fields of a client's
 * output.
 *
 * <p>What enters: names of files and directories, patterns, {@code -}. What leaves: {@link
 * dev.watershed.collector.input.LogInput}, opened and unpacked on demand. What is dropped: nothing.
 */
package dev.watershed.collector.input;
