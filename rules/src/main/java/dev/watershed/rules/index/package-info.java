/** Rules about indexes, there and missing, on the ground of index advice. */
package dev.watershed.rules.index;
