package dev.watershed.collector.server.running;

import dev.watershed.collector.origin.ClientNetwork;
import dev.watershed.collector.origin.StatementTags;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From what a server shows of a session to what is kept of it: a fingerprint and an origin. */
public final class SessionResolver {

  /** The tag of a program that named itself when it connected. */
  public static final String PROGRAM = "program_name";

  private final List<String> tagKeys;
  private final int ipv4NetworkBits;
  private final SqlMode mode;

  /**
   * @param tagKeys the comment tags that origins keep
   * @param ipv4NetworkBits clients count by their network of so many bits
   * @param mode the server's
   */
  public SessionResolver(List<String> tagKeys, int ipv4NetworkBits, SqlMode mode) {
    this.tagKeys = List.copyOf(tagKeys);
    this.ipv4NetworkBits = ipv4NetworkBits;
    this.mode = mode;
  }

  /**
   * What is kept.
   *
   * @param statement empty if it is not known, or only its beginning is
   * @param cut whether the server cut the text, so that tags behind it are lost
   */
  public record Resolved(Optional<Fingerprint> statement, Origin origin, boolean cut) {}

  /** Resolves a session. */
  public Resolved resolve(SeenSession session) {
    Optional<String> whole = session.text().filter(text -> !session.cut());
    Optional<Fingerprint> statement =
        session
            .digestText()
            .map(Fingerprints::ofDigestText)
            .or(() -> whole.map(text -> Fingerprints.of(text, mode)));
    List<OriginTag> tags = new ArrayList<>();
    session.text().ifPresent(text -> tags.addAll(StatementTags.of(text, mode, tagKeys)));
    session.program().ifPresent(name -> tags.add(new OriginTag(PROGRAM, name)));
    String host = ClientNetwork.of(session.host(), ipv4NetworkBits);
    return new Resolved(statement, new Origin(session.user(), host, tags), session.cut());
  }
}
