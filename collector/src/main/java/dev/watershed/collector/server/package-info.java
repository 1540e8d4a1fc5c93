/**
 * What a running server tells of itself over SQL: the words that all of it shares.
 *
 * <p>What enters: the answers to queries ({@link dev.watershed.collector.server.ServerQueries}).
 * What leaves: samples, and what happened between two of them. What is dropped: nothing that a
 * counter holds; what the server hides or lost is said.
 *
 * <p>One kind of data is a <em>domain</em> ({@link dev.watershed.collector.server.Domain}), in a
 * folder of its own, such as {@code statements}. To add one:
 *
 * <ol>
 *   <li>a folder beside that one; in it a record for the sample, immutable, with everything that
 *       the difference to the next one needs, and nothing that carries data of the users; packed
 *       where it has many rows, for it lies in memory until the next one, for every server;
 *   <li>a class per query, which makes a {@link dev.watershed.collector.server.Query} from the
 *       {@link dev.watershed.collector.server.Columns} that this server has: what it lacks is left
 *       out of the text and unknown in the sample. Nobody asks for the version. The text comes from
 *       a {@link dev.watershed.collector.server.Question}, which the domain also hands out ({@code
 *       questions}), so that the script of {@code bundle} asks the same. Its test compares texts,
 *       without a server. Tables stand there as {@code … AS watershed_sample}, so that the
 *       statements of Watershed can be told from those of others in the server's own counters;
 *   <li>the difference of two samples, a pure function. Counters may have been set back by others;
 *       only those of one server process are ever compared, for that is the caller's care;
 *   <li>the sample as bytes, with a version in front: it travels in the cursor of a window, so that
 *       a run goes on where the last one ended. Bytes of an unknown version are damaged bytes: the
 *       next sample is then a first one;
 *   <li>a line in the list of domains, {@code sampling.Domains}. Sampling, cursors, time limits,
 *       changes of server and failures are dealt with there: a domain that fails takes no other
 *       with it.
 * </ol>
 *
 * <p>Only {@code connection} opens connections; a domain never sees one. A fake of {@link
 * dev.watershed.collector.server.ServerQueries} stands in for a server in tests.
 */
package dev.watershed.collector.server;
