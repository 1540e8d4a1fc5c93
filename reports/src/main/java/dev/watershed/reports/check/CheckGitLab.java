package dev.watershed.reports.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.reports.VisibleText;
import dev.watershed.reports.json.JsonOutput;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Location;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The answer of {@code check} as a code quality report of GitLab: what is new or on trial, what is
 * misconfigured, and what had to be judged and could not. GitLab wants a file and a line of
 * everything: what has none is shown on the first line of the configuration. What is accepted is
 * left out, since GitLab would show it as a problem.
 */
public final class CheckGitLab {

  private static final int FINGERPRINT_DIGITS = 32;

  private final CheckPlaces places;

  public CheckGitLab(CheckPlaces places) {
    this.places = places;
  }

  /** Writes the answer and leaves the stream open. */
  public void write(GateResult result, OutputStream stream) throws IOException {
    try (JsonOutput output = new JsonOutput(stream)) {
      JsonGenerator json = output.generator();
      json.writeStartArray();
      for (GatedViolation gated : CheckOrder.sorted(result).filter(CheckGitLab::shown).toList()) {
        violation(gated, output);
      }
      for (Misconfigured each : result.misconfigured()) {
        problem(
            each.rule(),
            "critical",
            each.subject() + " is misconfigured: " + each.reason(),
            "misconfigured:" + each.rule() + ":" + each.subject(),
            Optional.empty(),
            output);
      }
      for (Inconclusive each :
          result.inconclusive().stream().filter(Inconclusive::fails).toList()) {
        problem(
            each.rule(),
            "major",
            each.subject() + " cannot be judged: " + each.reason(),
            "inconclusive:" + each.rule() + ":" + each.subject(),
            Optional.empty(),
            output);
      }
      json.writeEndArray();
    }
  }

  private static boolean shown(GatedViolation gated) {
    return gated.state() == ViolationState.NEW || gated.state() == ViolationState.SHADOW;
  }

  private void violation(GatedViolation gated, JsonOutput output) throws IOException {
    Violation violation = gated.violation();
    boolean trial = gated.state() == ViolationState.SHADOW;
    String about = violation.location().isPresent() ? "" : violation.subject() + ": ";
    problem(
        violation.rule(),
        trial ? "info" : severity(violation.severity()),
        (trial ? "On trial: " : "")
            + about
            + ViolationWords.message(violation)
            + (violation.remedy().isEmpty() ? "" : " " + violation.remedy()),
        "violation:" + violation.key().text(),
        violation.location(),
        output);
  }

  private void problem(
      String rule,
      String severity,
      String description,
      String identity,
      Optional<Location> location,
      JsonOutput output)
      throws IOException {
    JsonGenerator json = output.generator();
    json.writeStartObject();
    output.text("description", VisibleText.of(description));
    output.text("check_name", VisibleText.of(rule));
    output.text("fingerprint", fingerprint(identity));
    output.text("severity", severity);
    json.writeObjectFieldStart("location");
    output.text(
        "path",
        location
            .map(place -> places.fromRoot(place.path()))
            .orElse(places.configurationFromRoot()));
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", location.map(Location::line).orElse(1));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "blocker";
      case WARNING -> "major";
      case INFO -> "info";
    };
  }

  private static String fingerprint(String identity) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
