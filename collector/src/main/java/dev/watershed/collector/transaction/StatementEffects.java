package dev.watershed.collector.transaction;

import dev.watershed.sql.fingerprint.Fingerprint;
import java.util.function.Supplier;
import org.eclipse.collections.impl.map.mutable.primitive.LongObjectHashMap;

/**
 * What statements do to transactions, found once per digest. Bounded: when too many digests were
 * seen, all of them are forgotten and found again.
 */
public final class StatementEffects {

  private static final int MOST_DIGESTS = 200_000;

  private final LongObjectHashMap<StatementEffect> effects = new LongObjectHashMap<>();

  /**
   * The effect of a statement.
   *
   * @param bytes holds the statement in {@code [from, to)}, looked at only where a literal decides
   * @param fingerprint the fingerprint behind the digest, asked for only when it is new
   */
  public StatementEffect of(
      long digest, byte[] bytes, int from, int to, Supplier<Fingerprint> fingerprint) {
    StatementEffect known = effects.get(digest);
    StatementEffect effect = known == null ? learn(digest, fingerprint.get()) : known;
    return effect == StatementEffect.SET_AUTOCOMMIT ? AutocommitValue.of(bytes, from, to) : effect;
  }

  private StatementEffect learn(long digest, Fingerprint fingerprint) {
    if (effects.size() >= MOST_DIGESTS) {
      effects.clear();
    }
    StatementEffect effect = EffectOfText.of(fingerprint);
    effects.put(digest, effect);
    return effect;
  }
}
