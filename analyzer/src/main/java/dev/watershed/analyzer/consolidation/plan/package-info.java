/**
 * A plan: which proposals to carry out, one after the other, and what that leads to.
 *
 * <p>Enters: proposals, and what moves are judged by. Leaves: a sequence of proposals that are
 * compatible, each judged after the ones before it, and what was left out because it contradicts
 * one of them. Dropped: nothing.
 */
package dev.watershed.analyzer.consolidation.plan;
