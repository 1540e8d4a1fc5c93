/** Scripts of any statements, taken apart into these. */
package dev.watershed.sql.script;
