package dev.watershed.collector.transaction;

import static dev.watershed.collector.transaction.StatementEffect.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Transactions by looking back: which statement before this one decides. Slow, and written from the
 * manual's sentences instead of as a machine with states.
 */
final class ReferenceTransactions {

  private static final Set<StatementEffect> COMMITS =
      EnumSet.of(COMMIT, COMMIT_AND_CHAIN, COMMIT_AND_RELEASE);
  private static final Set<StatementEffect> ROLLBACKS =
      EnumSet.of(ROLLBACK, ROLLBACK_AND_CHAIN, ROLLBACK_AND_RELEASE);
  private static final Set<StatementEffect> SESSION_ENDS =
      EnumSet.of(SESSION_END, COMMIT_AND_RELEASE, ROLLBACK_AND_RELEASE);
  private static final Set<StatementEffect> CHAINS =
      EnumSet.of(BEGIN, COMMIT_AND_CHAIN, ROLLBACK_AND_CHAIN);

  private final List<TransactionEvent> events;

  private ReferenceTransactions(List<TransactionEvent> events) {
    this.events = events;
  }

  /** What a log shows, as lines: ended transactions, and how many ends came without a start. */
  static List<String> of(List<TransactionEvent> log) {
    Map<Long, List<TransactionEvent>> connections = new TreeMap<>();
    log.forEach(
        event ->
            connections.computeIfAbsent(event.connection(), id -> new ArrayList<>()).add(event));
    List<String> lines = new ArrayList<>();
    connections.values().forEach(events -> new ReferenceTransactions(events).lines(lines));
    return lines.stream().sorted().toList();
  }

  private void lines(List<String> lines) {
    for (int end = 0; end < events.size(); end++) {
      StatementEffect effect = events.get(end).effect();
      boolean open = explicit(end) || !autocommit(end);
      if ((COMMITS.contains(effect) || ROLLBACKS.contains(effect))
          && !open
          && !leftOver(end)
          && !rolledBackBefore(end)) {
        lines.add("without start");
      }
      if (ends(end)) {
        members(end, lines);
      }
    }
  }

  private void members(int end, List<String> lines) {
    Set<Long> digests = new TreeSet<>();
    long time = 0;
    long statements = 0;
    boolean prepared = false;
    for (int i = lastEnd(end) + 1; i <= end; i++) {
      boolean inTransaction = explicit(i) || !autocommit(i);
      if (events.get(i).effect() == MEMBER && inTransaction) {
        digests.add(events.get(i).digest());
        time += events.get(i).timeMicros();
        statements++;
      }
      prepared |= events.get(i).effect() == XA_PREPARE && (explicit(i) || statements > 0);
    }
    if (statements > 0) {
      lines.add(line(digests, outcome(events.get(end), prepared), statements, time));
    }
  }

  static String line(Iterable<Long> digests, String outcome, long statements, long time) {
    return digests + " " + outcome + " " + statements + " statements " + time + " micros";
  }

  private static String outcome(TransactionEvent end, boolean prepared) {
    if (COMMITS.contains(end.effect())) {
      return end.failed() ? "ROLLED_BACK" : "COMMITTED";
    }
    if (ROLLBACKS.contains(end.effect()) || end.effect() == MEMBER) {
      return "ROLLED_BACK";
    }
    if (prepared || end.effect() == AUTOCOMMIT_UNKNOWN) {
      return "UNKNOWN";
    }
    return end.effect() == SESSION_END ? "ROLLED_BACK" : "COMMITTED";
  }

  /** Whether the statement ends a transaction that is open before it. */
  private boolean ends(int at) {
    StatementEffect effect = events.get(at).effect();
    return switch (effect) {
      case NONE, XA_PREPARE, AUTOCOMMIT_OFF, SET_AUTOCOMMIT -> false;
      case MEMBER -> events.get(at).deadlocked() && (explicit(at) || !autocommit(at));
      case UNLOCK_TABLES -> locked(at);
      case AUTOCOMMIT_ON -> !autocommit(at);
      default -> true;
    };
  }

  /** Whether a deadlock ended the transaction of which the client says the end here. */
  private boolean rolledBackBefore(int at) {
    for (int i = at - 1; i >= 0; i--) {
      StatementEffect effect = events.get(i).effect();
      if (ends(i) || effect != MEMBER && effect != NONE) {
        return effect == MEMBER && autocommit(i);
      }
    }
    return false;
  }

  private int lastEnd(int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (ends(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean explicit(int at) {
    int last = lastEnd(at);
    return last >= 0 && CHAINS.contains(events.get(last).effect());
  }

  /** Whether members that ran before autocommit was switched on again are still open. */
  private boolean leftOver(int at) {
    for (int i = lastEnd(at) + 1; i < at; i++) {
      if (events.get(i).effect() == MEMBER && !autocommit(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean autocommit(int before) {
    for (int i = before - 1; i >= 0; i--) {
      StatementEffect effect = events.get(i).effect();
      if (effect == AUTOCOMMIT_OFF) {
        return false;
      }
      boolean on = effect == AUTOCOMMIT_ON || effect == AUTOCOMMIT_UNKNOWN;
      if (on || SESSION_ENDS.contains(effect)) {
        return true;
      }
    }
    return true;
  }

  private boolean locked(int before) {
    for (int i = before - 1; i >= 0; i--) {
      StatementEffect effect = events.get(i).effect();
      if (effect == LOCK_TABLES) {
        return true;
      }
      boolean released = effect == UNLOCK_TABLES || effect == BEGIN;
      if (released || SESSION_ENDS.contains(effect)) {
        return false;
      }
    }
    return false;
  }
}
