/** Rules about who may use whose tables, on the ground of declared owners. */
package dev.watershed.rules.coupling;
