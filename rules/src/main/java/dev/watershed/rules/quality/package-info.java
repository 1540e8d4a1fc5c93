/** Rules about what the facts rest on. */
package dev.watershed.rules.quality;
