/** Rules about what became worse since an earlier span. */
package dev.watershed.rules.regression;
