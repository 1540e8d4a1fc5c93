package dev.watershed.benchmarks.fleet.service;

import java.util.List;

/**
 * A part of a service, which only comment tags tell apart.
 *
 * @param name unique in its service; the controller of its tags
 * @param team who keeps it
 * @param owns patterns of tables
 */
public record Module(String name, String team, List<String> owns) {
  public Module {
    owns = List.copyOf(owns);
  }
}
