/**
 * Which service calls which, beside what they share.
 *
 * <p>Enters: calls between names, as files of others count them, and the coupling through data.
 * Leaves: the calls between services of the configuration and names that are none, with what each
 * source says of their rate; and for each pair whether it calls, shares data, or both. Dropped:
 * calls of a service to itself. Calls are shown beside coupling through data and never added to it.
 */
package dev.watershed.analyzer.calls;
