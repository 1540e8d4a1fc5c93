package dev.watershed.benchmarks.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slow log in which some statements come from others than they did: the log of MySQL 8.4 and
 * later, or of MariaDB 10.11. What is of other accounts than those of services stays as it is.
 */
final class NoisyLog {

  private static final Pattern ACCOUNT =
      Pattern.compile("^# User@Host: (\\w+)\\[\\w+](.*?)(?:Id: *(\\d+))?\\s*$");
  private static final Pattern THREAD = Pattern.compile("^# Thread_id: (\\d+)(.*)$");
  private static final Pattern STATEMENT =
      Pattern.compile("^(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|/\\*|WITH|\\().*");
  private static final String UNKNOWN = "unknown_";
  private static final long STRAY_THREADS = 1_000_000_000L;

  private final Set<String> services;
  private final NoiseKind kind;
  private final double share;
  private final Random random;
  private final Map<String, String> connections = new HashMap<>();

  /**
   * @param services their accounts
   * @param share of connections, or of statements, from 0 to 1
   */
  NoisyLog(Set<String> services, NoiseKind kind, double share, long seed) {
    this.services = Set.copyOf(services);
    this.kind = kind;
    this.share = share;
    this.random = new Random(seed);
  }

  /**
   * The log with its noise.
   *
   * @param lines of a whole log
   */
  List<String> of(List<String> lines) {
    List<String> accounts = List.copyOf(accounts(lines));
    List<String> noisy = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || begins(lines, i)) {
        event(lines.subList(start, i), accounts, noisy);
        start = i;
      }
    }
    return noisy;
  }

  /** An event begins with its time, or with its account where the time is that of the last. */
  private static boolean begins(List<String> lines, int i) {
    return lines.get(i).startsWith("# Time: ")
        || lines.get(i).startsWith("# User@Host: ") && !lines.get(i - 1).startsWith("# Time: ");
  }

  private SortedSet<String> accounts(List<String> lines) {
    SortedSet<String> accounts = new TreeSet<>();
    for (String line : lines) {
      Matcher account = ACCOUNT.matcher(line);
      if (account.matches() && services.contains(account.group(1))) {
        accounts.add(account.group(1));
      }
    }
    return accounts;
  }

  private void event(List<String> event, List<String> accounts, List<String> noisy) {
    String own = account(event);
    if (!services.contains(own)) {
      noisy.addAll(event);
      return;
    }
    if (kind == NoiseKind.STRAY) {
      noisy.addAll(event);
      if (event.stream().anyMatch(line -> STATEMENT.matcher(line).matches())
          && random.nextDouble() < share) {
        long thread = STRAY_THREADS + noisy.size();
        noisy.addAll(sentBy(event, another(own, accounts), thread));
      }
      return;
    }
    long thread = thread(event);
    String account =
        connections.computeIfAbsent(
            own + " " + thread,
            key ->
                random.nextDouble() >= share
                    ? own
                    : kind == NoiseKind.UNATTRIBUTED
                        ? UNKNOWN + connections.size()
                        : another(own, accounts));
    noisy.addAll(sentBy(event, account, thread));
  }

  private String another(String own, List<String> accounts) {
    List<String> others = accounts.stream().filter(account -> !account.equals(own)).toList();
    return others.get(random.nextInt(others.size()));
  }

  private static String account(List<String> event) {
    for (String line : event) {
      Matcher account = ACCOUNT.matcher(line);
      if (account.matches()) {
        return account.group(1);
      }
    }
    return "";
  }

  private static long thread(List<String> event) {
    for (String line : event) {
      Matcher account = ACCOUNT.matcher(line);
      if (account.matches() && account.group(3) != null) {
        return Long.parseLong(account.group(3));
      }
      Matcher thread = THREAD.matcher(line);
      if (thread.matches()) {
        return Long.parseLong(thread.group(1));
      }
    }
    throw new IllegalArgumentException("an event without a connection: " + event);
  }

  private static List<String> sentBy(List<String> event, String name, long connection) {
    List<String> sent = new ArrayList<>();
    for (String line : event) {
      Matcher account = ACCOUNT.matcher(line);
      Matcher thread = THREAD.matcher(line);
      if (account.matches()) {
        String head = "# User@Host: " + name + "[" + name + "]" + account.group(2);
        sent.add(account.group(3) == null ? head : head + "Id: " + connection);
      } else if (thread.matches()) {
        sent.add("# Thread_id: " + connection + thread.group(2));
      } else {
        sent.add(line);
      }
    }
    return sent;
  }
}
