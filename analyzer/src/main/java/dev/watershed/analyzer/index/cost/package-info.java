/**
 * What statements cost with a given set of indexes, and which plan the server would take. Enters:
 * what statements ask and what is known of the tables. Leaves: a plan per statement, with its cost
 * in the server's own units. A plan is chosen by the costs that the server itself reckons with, and
 * is then weighed by the work that it makes: both differ where the server is known to misjudge, as
 * with hash joins and with many lookups.
 *
 * <p>Left out: index merge by intersection, skip scans, loose index scans, hash indexes, and
 * conditions pushed into derived tables that are not merged.
 */
package dev.watershed.analyzer.index.cost;
