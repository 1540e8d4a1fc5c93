package dev.watershed.benchmarks.fleet.traffic;

import dev.watershed.benchmarks.fleet.data.RowCounts;
import dev.watershed.benchmarks.fleet.data.Values;
import dev.watershed.benchmarks.fleet.data.Vocabulary;
import dev.watershed.benchmarks.fleet.service.Draw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The luck of a client, and the course of its action at hand. */
final class ClientDraw implements Draw {

  private static final int KEPT_ROWS = 50;

  private final RandomGenerator random;
  private final RowCounts rows;
  private final Values values;
  private final List<Object> selected = new ArrayList<>();
  private final Map<String, Object> variables = new HashMap<>();
  private boolean deployed;
  private int current;
  private long lastId;

  ClientDraw(RowCounts rows, RandomGenerator random) {
    this.random = random;
    this.rows = rows;
    this.values = new Values(rows, random);
  }

  /** Begins an action. */
  void begin(boolean afterDeployment) {
    deployed = afterDeployment;
    selected.clear();
    variables.clear();
    current = 0;
  }

  void let(String name, Object value) {
    variables.put(name, value);
  }

  /** The first columns of a result; more than some are not kept. */
  void select(List<Object> firstColumns) {
    selected.clear();
    selected.addAll(firstColumns.subList(0, Math.min(KEPT_ROWS, firstColumns.size())));
    current = 0;
  }

  /** The rows that are kept. */
  List<Object> rowsKept() {
    return List.copyOf(selected);
  }

  /** The number of the current row, from 0 on. */
  int at() {
    return current;
  }

  int selected() {
    return selected.size();
  }

  void moveTo(int row) {
    current = row;
  }

  void inserted(long id) {
    lastId = id;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Values values() {
    return values;
  }

  @Override
  public RowCounts rows() {
    return rows;
  }

  @Override
  public boolean deployed() {
    return deployed;
  }

  @Override
  public Object row() {
    return selected.get(current);
  }

  @Override
  public long lastId() {
    return lastId;
  }

  @Override
  public Object variable(String name) {
    return Optional.ofNullable(variables.get(name))
        .orElseThrow(() -> new NoSuchElementException("no 'let " + name + "' before it"));
  }

  @Override
  public String words(int count) {
    return Vocabulary.words(random, count);
  }
}
