/**
 * Services that take most of a server for a while, who shared it with them, and whether these were
 * slower then. What stands side by side in time need not be cause and effect.
 */
package dev.watershed.analyzer.neighbour;
