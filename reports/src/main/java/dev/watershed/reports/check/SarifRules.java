package dev.watershed.reports.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.json.JsonOutput;
import dev.watershed.rules.book.BuiltInRules;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rules of a SARIF run: all that are built in, then the others that the result names. */
final class SarifRules {

  private final CheckPlaces places;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  SarifRules(CheckPlaces places, GateResult result) {
    this.places = places;
    BuiltInRules.kinds().forEach(kind -> indexes.put(kind.name(), indexes.size()));
    named(result).forEach(name -> indexes.computeIfAbsent(name, absent -> indexes.size()));
  }

  /** The place of a rule among the written ones. */
  int index(String rule) {
    return indexes.get(rule);
  }

  /** Writes the field {@code rules}. */
  void write(JsonOutput output) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("rules");
    for (String name : indexes.keySet()) {
      json.writeStartObject();
      output.text("id", name);
      describe(name, output);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void describe(String name, JsonOutput output) throws IOException {
    RuleKind kind = BuiltInRules.kind(name).orElse(null);
    String title = kind == null ? "a rule of the configuration" : kind.title();
    text("shortDescription", sentence(title), output);
    text("fullDescription", "Fires on " + title + ".", output);
    text("help", help(name, kind != null), output);
    if (places.page(name).isPresent()) {
      output.text("helpUri", places.page(name).get());
    }
    if (kind != null) {
      output.generator().writeObjectFieldStart("defaultConfiguration");
      output.text("level", level(kind.usual()));
      output.generator().writeEndObject();
    }
  }

  private static String help(String name, boolean builtIn) {
    return builtIn
        ? "docs/rules/" + name + ".md says why, how to mend it and how to tune the rule."
        : "The configuration says what " + VisibleText.of(name) + " asks for.";
  }

  private static void text(String field, String text, JsonOutput output) throws IOException {
    output.generator().writeObjectFieldStart(field);
    output.text("text", SarifText.of(text));
    output.generator().writeEndObject();
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }

  /** A severity as SARIF calls it. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static List<String> named(GateResult result) {
    TreeSet<String> names = new TreeSet<>();
    result.violations().forEach(gated -> names.add(gated.violation().rule()));
    result.inconclusive().stream().map(Inconclusive::rule).forEach(names::add);
    result.misconfigured().stream().map(Misconfigured::rule).forEach(names::add);
    return new ArrayList<>(names);
  }
}
