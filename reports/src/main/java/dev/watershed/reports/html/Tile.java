package dev.watershed.reports.html;

/** A figure that stands for the whole, and what it is. */
record Tile(String value, String label) {}
