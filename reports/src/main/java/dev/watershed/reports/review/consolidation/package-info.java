/**
 * What the report says of a plan. Enters: the plan, what couples services, the distance to a
 * target. Leaves: tables and drawings of the report. Dropped: nothing.
 */
package dev.watershed.reports.review.consolidation;
