/**
 * What a text means: fingerprint, kind, tables, columns, conditions. Enters: the bytes of a
 * statement. Leaves: facts about it. Dropped: comments that are no hints, and every literal. A leaf
 * of pure functions.
 */
package dev.watershed.sql;
