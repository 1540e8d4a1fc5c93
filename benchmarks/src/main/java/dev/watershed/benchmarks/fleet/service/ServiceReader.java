package dev.watershed.benchmarks.fleet.service;

import dev.watershed.benchmarks.fleet.schema.Paragraphs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads services. A paragraph {@code service NAME key=value …} with lines {@code owns}, {@code
 * reads} and {@code module NAME team=… owns=…}, then a paragraph {@code action NAME key=value …}
 * per action with a step a line; a line of four blanks or more goes on with the one before it.
 */
final class ServiceReader {

  private final StepReader steps;

  ServiceReader(StepReader steps) {
    this.steps = steps;
  }

  /** A service with its actions so far. */
  private record Draft(List<String> head, List<Action> actions) {}

  /** The services of a text, in its order. */
  List<Service> read(String text) {
    List<Draft> drafts = new ArrayList<>();
    for (List<String> lines : Paragraphs.of(text)) {
      if (lines.get(0).startsWith("service ")) {
        drafts.add(new Draft(lines, new ArrayList<>()));
      } else {
        Draft draft = drafts.get(drafts.size() - 1);
        action(lines, draft.head().get(0)).ifPresent(draft.actions()::add);
      }
    }
    return drafts.stream().map(ServiceReader::service).toList();
  }

  /** The action of a paragraph; empty where guards leave out all of its steps. */
  Optional<Action> action(List<String> lines, String where) {
    Options options = new Options(lines.get(0));
    List<Step> read = new ArrayList<>();
    try {
      joined(lines.subList(1, lines.size())).forEach(line -> steps.read(line).ifPresent(read::add));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(where + ", " + lines.get(0) + ": " + e.getMessage(), e);
    }
    String module = options.text("module", "");
    return read.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Action(
                options.name(),
                module,
                options.text("controller", module.isEmpty() ? options.name() : module),
                options.number("weight", 1),
                options.number("from", 0),
                options.number("to", 1),
                read,
                true));
  }

  private static List<String> joined(List<String> lines) {
    List<String> joined = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("    ")) {
        joined.set(joined.size() - 1, joined.get(joined.size() - 1) + " " + line.strip());
      } else {
        joined.add(line.strip());
      }
    }
    return joined;
  }

  private static Service service(Draft draft) {
    Options options = new Options(draft.head().get(0));
    List<String> owns = new ArrayList<>();
    List<String> reads = new ArrayList<>();
    List<Module> modules = new ArrayList<>();
    for (String line : draft.head().subList(1, draft.head().size())) {
      List<String> words = Arrays.asList(line.strip().split(" ", -1));
      switch (words.get(0)) {
        case "owns" -> owns.addAll(words.subList(1, words.size()));
        case "reads" -> reads.addAll(words.subList(1, words.size()));
        case "module" -> {
          Options module = new Options(line.strip());
          modules.add(
              new Module(
                  module.name(),
                  module.text("team", ""),
                  Arrays.asList(module.text("owns", "").split(",", -1))));
        }
        default -> throw new IllegalArgumentException("what is '" + line + "'?");
      }
    }
    return new Service(
        options.name(),
        options.text("team", ""),
        options.text("attributed", "yes").equals("yes"),
        options.text("account", "svc_" + options.name()),
        options.text("schema", ""),
        (int) options.number("pool", 1),
        options.number("rate", 1),
        options.number("sale", 1),
        options.number("tail", 0),
        TagForm.valueOf(options.text("tags", "none").toUpperCase(Locale.ROOT)),
        options.text("prepared", "client").equals("server"),
        owns,
        reads,
        modules,
        draft.actions());
  }

  /** {@code kind NAME key=value …}. */
  private static final class Options {
    private final String name;
    private final Map<String, String> values = new TreeMap<>();

    Options(String line) {
      List<String> words = Arrays.asList(line.split(" ", -1));
      name = words.get(1);
      for (String word : words.subList(2, words.size())) {
        int equals = word.indexOf('=');
        if (equals < 0) {
          throw new NoSuchElementException("expected key=value, not '" + word + "' in: " + line);
        }
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }

    String name() {
      return name;
    }

    String text(String key, String otherwise) {
      return values.getOrDefault(key, otherwise);
    }

    double number(String key, double otherwise) {
      return values.containsKey(key) ? Double.parseDouble(values.get(key)) : otherwise;
    }
  }
}
