/** Rules about statements, one by one. */
package dev.watershed.rules.statement;
