/**
 * The part of a report that concerns some services.
 *
 * <p>What enters: the facts of the fleet, and services. What leaves: the same facts with what these
 * send, own, have to do or answer for. What is dropped: what is others' alone.
 */
package dev.watershed.reports.review.scope;
