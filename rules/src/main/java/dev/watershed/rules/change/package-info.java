/** Rules about what somebody wants to do, judged by what runs today. */
package dev.watershed.rules.change;
