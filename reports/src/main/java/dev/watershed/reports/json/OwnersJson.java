package dev.watershed.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.ClaimSource;
import dev.watershed.analyzer.ownership.DeclaredOwners;
import dev.watershed.analyzer.ownership.DeclaredOwners.OwnedTwice;
import dev.watershed.analyzer.ownership.OwnerMismatch;
import dev.watershed.analyzer.ownership.OwnsDraft;
import dev.watershed.analyzer.ownership.TableOwner;
import dev.watershed.analyzer.ownership.WriteShares;
import dev.watershed.reports.SnapshotStamp;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The answer of {@code owners} as JSON; docs/owners.md describes each field. */
public final class OwnersJson {

  /** The format and its version. */
  public static final String FORMAT = "watershed.owners/1";

  private final JsonOutput output;
  private final JsonGenerator json;
  private final CouplingInput input;
  private final DeclaredOwners declared;

  private OwnersJson(JsonOutput output, CouplingFacts facts) {
    this.output = output;
    this.json = output.generator();
    this.input = facts.input();
    this.declared = facts.ownership().declared();
  }

  /** Writes the answer and leaves the stream open. */
  public static void write(CouplingFacts facts, OwnsDraft draft, OutputStream stream)
      throws IOException {
    write(facts, draft, Optional.empty(), stream);
  }

  /**
   * The same.
   *
   * @param snapshot on which it rests, if it does on one
   */
  public static void write(
      CouplingFacts facts, OwnsDraft draft, Optional<SnapshotStamp> snapshot, OutputStream stream)
      throws IOException {
    try (JsonOutput output = new JsonOutput(stream, snapshot)) {
      new OwnersJson(output, facts).write(facts, draft);
    }
  }

  private void write(CouplingFacts facts, OwnsDraft draft) throws IOException {
    json.writeStartObject();
    output.format(FORMAT);
    json.writeArrayFieldStart("tables");
    for (TableOwner table : facts.ownership().tables()) {
      table(table);
    }
    json.writeEndArray();
    mismatches(facts.ownership().mismatches());
    ownedTwice(facts.ownership().declared().ownedTwice());
    claims("ownsWithoutTables", facts.ownership().declared().withoutTables());
    claims("readsWithoutTables", facts.ownership().contracts().withoutTables());
    draft(draft);
    output.texts("notes", facts.notes());
    json.writeEndObject();
  }

  private void table(TableOwner owner) throws IOException {
    CoupledTable table = input.tables().get(owner.table());
    json.writeStartObject();
    output.text("table", table.qualifiedName());
    output.text("dataSet", table.dataSet());
    output.text("kind", table.kind().key());
    output.text("status", owner.status().key());
    output.text(
        "owner",
        owner.owner().isPresent()
            ? Optional.of(input.parties().name(owner.owner().getAsInt()))
            : Optional.empty());
    output.text("confidence", owner.confidence().key());
    ratio("writes", owner.writes().writes());
    json.writeBooleanField("writesInferred", owner.writes().inferred());
    ratio("writeEntropy", owner.writes().entropy());
    json.writeArrayFieldStart("writers");
    for (WriteShares.Writer writer : owner.writes().writers()) {
      json.writeStartObject();
      output.text("service", input.parties().name(writer.party()));
      ratio("share", writer.share());
      json.writeBooleanField("estimated", writer.estimated());
      json.writeEndObject();
    }
    json.writeEndArray();
    output.texts("grounds", owner.grounds());
    claims("declaredBy", declared.claims(owner.table()));
    json.writeEndObject();
  }

  private void mismatches(List<OwnerMismatch> mismatches) throws IOException {
    json.writeArrayFieldStart("mismatches");
    for (OwnerMismatch mismatch : mismatches) {
      json.writeStartObject();
      output.text("table", input.tables().label(mismatch.table()));
      output.text("declared", input.parties().name(mismatch.declared()));
      ratio("declaredShare", mismatch.declaredShare());
      output.text("practiced", input.parties().name(mismatch.practiced()));
      ratio("practicedShare", mismatch.practicedShare());
      ratio("writes", mismatch.writes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void ownedTwice(List<OwnedTwice> tables) throws IOException {
    json.writeArrayFieldStart("ownedTwice");
    for (OwnedTwice twice : tables) {
      json.writeStartObject();
      output.text("table", input.tables().label(twice.table()));
      claims("claims", twice.claims());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void claims(String name, List<Claim> claims) throws IOException {
    json.writeArrayFieldStart(name);
    for (Claim claim : claims) {
      json.writeStartObject();
      output.text("service", claim.owner());
      output.text("pattern", claim.pattern().text());
      output.text("source", claim.kind().map(ClaimSource.Kind::key).orElse("configuration"));
      output.text("file", claim.source().map(ClaimSource::file));
      if (claim.source().isPresent()) {
        json.writeNumberField("line", claim.source().get().line());
      } else {
        json.writeNullField("line");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void draft(OwnsDraft draft) throws IOException {
    json.writeArrayFieldStart("proposed");
    for (OwnsDraft.Addition addition : draft.additions()) {
      json.writeStartObject();
      output.text("service", addition.party().service());
      output.text("module", addition.party().module());
      json.writeNumberField("tables", addition.tables());
      output.texts("owns", addition.patterns());
      json.writeEndObject();
    }
    json.writeEndArray();
    output.texts("inexpressible", draft.inexpressible());
  }

  private void ratio(String name, double value) throws IOException {
    output.ratio(name, OptionalDouble.of(value));
  }
}
