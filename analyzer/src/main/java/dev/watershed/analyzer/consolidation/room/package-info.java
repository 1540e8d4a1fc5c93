/**
 * What servers have to hold, and what they cost, in a placement.
 *
 * <p>Enters: what is known of servers, what couples services, and a placement. Leaves: for each
 * server the peak of the summed load against its limits, and the money per month as a range.
 * Dropped: nothing; what is unknown stays unknown and is said.
 */
package dev.watershed.analyzer.consolidation.room;
