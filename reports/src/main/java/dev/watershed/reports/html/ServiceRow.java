package dev.watershed.reports.html;

/**
 * A line of the load by service.
 *
 * @param bar its share as SVG
 * @param spark its load over time as SVG; empty where there is only one point
 */
record ServiceRow(
    String name,
    boolean known,
    String share,
    String time,
    String calls,
    String bar,
    String spark) {}
