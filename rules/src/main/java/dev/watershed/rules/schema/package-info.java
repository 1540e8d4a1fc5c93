/** Rules about the design of tables. */
package dev.watershed.rules.schema;
