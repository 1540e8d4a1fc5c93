/**
 * The advice on indexes that are missing and on statements that no index serves. Enters: an {@link
 * dev.watershed.analyzer.index.AdvisedServer}. Leaves: {@link
 * dev.watershed.analyzer.index.advice.Advice}, ranked; the same input in another order gives the
 * same.
 */
package dev.watershed.analyzer.index.advice;
