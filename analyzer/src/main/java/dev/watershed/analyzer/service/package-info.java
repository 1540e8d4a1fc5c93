/**
 * Which service and module an execution belongs to.
 *
 * <p>What enters: origins (account, host, comment tags) and the {@code services} of the
 * configuration. What leaves: an attribution per origin. What is dropped: nothing; an origin that
 * no service claims is unattributed, and stays in every total.
 */
package dev.watershed.analyzer.service;
