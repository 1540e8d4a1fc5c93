package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.GroupFacts;
import dev.watershed.analyzer.ranking.GroupKey;
import dev.watershed.analyzer.ranking.QualityFacts;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.reports.FailedSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The fields that all rankings share. */
final class RankingFields {

  private RankingFields() {}

  static void totals(JsonOutput output, Optional<Figures> totals) throws IOException {
    JsonGenerator json = output.generator();
    json.writeNumberField("events", totals.map(Figures::loggedCalls).orElse(0L));
    json.writeNumberField("eventsRead", totals.map(Figures::eventsRead).orElse(0L));
    output.seconds("queryTimeSeconds", totals.map(Figures::timeMicros).orElse(0L));
    output.seconds("lockTimeSeconds", totals.map(Figures::lockTimeMicros).orElse(0L));
    json.writeNumberField("rowsSent", totals.map(Figures::rowsSent).orElse(0L));
    json.writeNumberField("rowsExamined", totals.map(Figures::rowsExamined).orElse(0L));
    output.instant("firstSeen", totals.flatMap(Figures::firstSeen));
    output.instant("lastSeen", totals.flatMap(Figures::lastSeen));
  }

  static void failed(JsonOutput output, List<FailedSource> failed) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("failed");
    for (FailedSource source : failed) {
      json.writeStartObject();
      output.text("path", source.path());
      output.text("message", source.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void quality(JsonOutput output, QualityFacts quality) throws IOException {
    OptionalDouble threshold = quality.visibility().longQueryTimeSeconds();
    output.ratio("longQueryTimeSeconds", threshold);
    output.seconds("shortestSeenSeconds", quality.visibility().smallestMicros());
    output.ratio("unattributedShare", quality.unattributedShare());
  }

  static void services(JsonOutput output, List<ServiceLoad> services) throws IOException {
    JsonGenerator json = output.generator();
    json.writeArrayFieldStart("services");
    for (ServiceLoad load : services) {
      json.writeStartObject();
      output.text("service", serviceName(load.service()));
      output.count("calls", load.figures().calls());
      output.ratio("share", load.share());
      output.seconds("queryTimeSeconds", load.figures().timeMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void groups(JsonOutput output, WorkloadFacts facts) throws IOException {
    JsonGenerator json = output.generator();
    output.text("groupBy", facts.options().groupBy().key());
    output.text("orderBy", facts.order().key());
    json.writeNumberField("groupCount", facts.groupCount());
    boolean digests = facts.options().groupBy() == GroupBy.DIGEST;
    json.writeArrayFieldStart(digests ? "digests" : "groups");
    for (GroupFacts group : facts.groups()) {
      group(output, group);
    }
    json.writeEndArray();
  }

  private static void group(JsonOutput output, GroupFacts group) throws IOException {
    output.generator().writeStartObject();
    if (group.key() instanceof GroupKey.Digest digest) {
      DigestFields.identity(output, digest);
    } else if (group.key() instanceof GroupKey.Named named) {
      output.text("name", named.name());
      output.generator().writeBooleanField("known", named.known());
    } else if (group.key() instanceof GroupKey.Slot slot) {
      output.text("from", slot.from().toString());
      output.generator().writeNumberField("minutes", slot.width().toMinutes());
    }
    DigestFields.figures(output, group);
    output.generator().writeEndObject();
  }

  private static Optional<String> serviceName(GroupKey.Named service) {
    return service.known() ? Optional.of(service.name()) : Optional.empty();
  }
}
