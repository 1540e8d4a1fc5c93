/**
 * Facts as one self-contained page. Enters: facts. Leaves: HTML that loads nothing, runs nothing
 * and says so itself (a content-security policy with the hash of its only style sheet). Templates
 * in {@code src/main/jte} are compiled with the build and escape by context; charts are SVG made
 * here from numbers alone.
 */
package dev.watershed.reports.html;
