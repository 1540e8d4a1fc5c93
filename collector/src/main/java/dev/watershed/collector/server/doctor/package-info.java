/**
 * What a server lacks, why that matters, and the statement that mends it.
 *
 * <p>What enters: {@link dev.watershed.collector.server.doctor.ServerFacts}, which {@link
 * dev.watershed.collector.server.doctor.Examination} asks a server for. What leaves: {@link
 * dev.watershed.collector.server.doctor.Complaint}s. What is dropped: everything that is as it
 * should be. Nothing is ever changed.
 *
 * <p>One lack is one class, a {@link dev.watershed.collector.server.doctor.Check}, in the list of
 * {@link dev.watershed.collector.server.doctor.Checks}; a check is a pure function.
 */
package dev.watershed.collector.server.doctor;
