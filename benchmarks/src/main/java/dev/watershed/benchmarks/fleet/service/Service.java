package dev.watershed.benchmarks.fleet.service;

import java.util.ArrayList;
import java.util.List;

/**
 * A service: who it is, what it owns, what it does.
 *
 * @param name unique
 * @param team who keeps it; empty where nobody knows
 * @param attributed whether the configuration names it; what others do stays unattributed
 * @param account with which it connects; several services may share one
 * @param schema its default schema, which also says its server
 * @param pool how many connections it has
 * @param rate actions per second of all of them, on an ordinary minute
 * @param saleFactor how many times as much it does during the sale
 * @param tail the share of its actions that are simple statements on its many small tables
 * @param tags how it marks its statements
 * @param serverPrepared whether its driver prepares statements on the server
 * @param owns patterns of tables
 * @param reads patterns of tables of others that it may read
 * @param modules its parts
 * @param actions what it does
 */
public record Service(
    String name,
    String team,
    boolean attributed,
    String account,
    String schema,
    int pool,
    double rate,
    double saleFactor,
    double tail,
    TagForm tags,
    boolean serverPrepared,
    List<String> owns,
    List<String> reads,
    List<Module> modules,
    List<Action> actions) {

  public Service {
    owns = List.copyOf(owns);
    reads = List.copyOf(reads);
    modules = List.copyOf(modules);
    actions = List.copyOf(actions);
    boolean shares = tail >= 0 && tail < 1;
    if (pool < 1 || !(rate > 0) || !(saleFactor > 0) || !shares || actions.isEmpty()) {
      throw new IllegalArgumentException("service " + name);
    }
    if (actions.stream().map(Action::name).distinct().count() != actions.size()) {
      throw new IllegalArgumentException("two actions of " + name + " have one name");
    }
  }

  /** The same service with more to do. */
  public Service withMore(List<Action> more) {
    List<Action> all = new ArrayList<>(actions);
    all.addAll(more);
    return new Service(
        name,
        team,
        attributed,
        account,
        schema,
        pool,
        rate,
        saleFactor,
        tail,
        tags,
        serverPrepared,
        owns,
        reads,
        modules,
        all);
  }

  /** What it calls itself to the server. */
  public String program() {
    return name + "-api";
  }
}
