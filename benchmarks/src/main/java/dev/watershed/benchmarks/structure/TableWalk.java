package dev.watershed.benchmarks.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A walk over the tables of an application: six steps of ten along a foreign key, in either
 * direction, three to a table of the same name stem, one anywhere. Where there is no foreign key
 * the stem serves, and where there is no other table of the stem, any table.
 */
final class TableWalk {

  private static final double ALONG_KEY = 0.6;
  private static final double ALONG_STEM = 0.9;
  private static final int MOST_STEPS = 50;

  private final List<Application.Table> tables;
  private final SplittableRandom random;
  private final List<List<Integer>> keys = new ArrayList<>();
  private final Map<String, List<Integer>> stems = new HashMap<>();
  private final int[] byPopularity;
  private final double[] cumulative;

  TableWalk(Application application, SplittableRandom random) {
    this.tables = application.tables();
    this.random = random;
    Map<String, Integer> indexes = new HashMap<>();
    for (int table = 0; table < tables.size(); table++) {
      indexes.put(tables.get(table).name(), table);
      keys.add(new ArrayList<>());
      stems.computeIfAbsent(tables.get(table).stem(), stem -> new ArrayList<>()).add(table);
    }
    for (int table = 0; table < tables.size(); table++) {
      for (String parent : tables.get(table).parents()) {
        keys.get(table).add(indexes.get(parent));
        keys.get(indexes.get(parent)).add(table);
      }
    }
    byPopularity = shuffled(tables.size());
    cumulative = new double[tables.size()];
    double sum = 0;
    for (int rank = 0; rank < cumulative.length; rank++) {
      sum += 1.0 / (rank + 1);
      cumulative[rank] = sum;
    }
  }

  private int[] shuffled(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  String name(int table) {
    return tables.get(table).name();
  }

  /** A table, by Zipf's law with exponent 1. */
  int popular() {
    double drawn = random.nextDouble() * cumulative[cumulative.length - 1];
    int rank = 0;
    while (rank < cumulative.length - 1 && cumulative[rank] < drawn) {
      rank++;
    }
    return byPopularity[rank];
  }

  /** So many different tables, fewer where the walk meets no more; the start is the first. */
  List<Integer> from(int start, int count) {
    Set<Integer> met = new LinkedHashSet<>();
    met.add(start);
    int at = start;
    for (int step = 0; step < MOST_STEPS && met.size() < count; step++) {
      at = next(at);
      met.add(at);
    }
    return List.copyOf(met);
  }

  private int next(int table) {
    double drawn = random.nextDouble();
    List<Integer> others = List.of();
    if (drawn < ALONG_KEY) {
      others = keys.get(table);
    }
    if (others.isEmpty() && drawn < ALONG_STEM) {
      List<Integer> stem = stems.get(tables.get(table).stem());
      others = stem.size() > 1 ? stem : List.of();
    }
    return others.isEmpty()
        ? random.nextInt(tables.size())
        : others.get(random.nextInt(others.size()));
  }
}
