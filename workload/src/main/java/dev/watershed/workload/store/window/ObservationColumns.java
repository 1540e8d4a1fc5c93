package dev.watershed.workload.store.window;

import static dev.watershed.workload.store.window.KeyColumns.number;
import static dev.watershed.workload.store.window.KeyColumns.origin;
import static dev.watershed.workload.store.window.KeyColumns.text;

import dev.watershed.workload.observation.AccountUse;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.IndexUse;
import dev.watershed.workload.observation.LockWaits;
import dev.watershed.workload.observation.LongTransactions;
import dev.watershed.workload.observation.MetadataLocks;
import dev.watershed.workload.observation.ObservationFigure;
import dev.watershed.workload.observation.SamplingRounds;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.TableUse;
import dev.watershed.workload.observation.WaitFigure;
import dev.watershed.workload.store.column.Column;
import java.util.List;
import java.util.Locale;

/** The columns of a window's tables of observations: those of each key, and one per figure. */
public final class ObservationColumns {

  /** The highest hash of a key that stayed under the bound; the same in all rows. */
  static final Column.Longs KEPT_HASH = new Column.Longs("kept_hash", -1);

  static final KeyColumns<TableUse.Key, TableUse.Figure> TABLE_USE =
      new KeyColumns<>(
          TableUse.KIND,
          List.of(text("schema", TableUse.Key::schema), text("table", TableUse.Key::table)),
          List.of(),
          List.of(),
          row -> new TableUse.Key(row.text(0), row.text(1)));

  static final KeyColumns<IndexUse.Key, IndexUse.Figure> INDEX_USE =
      new KeyColumns<>(
          IndexUse.KIND,
          List.of(
              text("schema", IndexUse.Key::schema),
              text("table", IndexUse.Key::table),
              text("index", IndexUse.Key::index)),
          List.of(),
          List.of(),
          row -> new IndexUse.Key(row.text(0), row.text(1), row.text(2)));

  static final KeyColumns<LockWaits.Key, WaitFigure> LOCK_WAITS =
      new KeyColumns<>(
          LockWaits.KIND,
          List.of(
              text("schema", LockWaits.Key::schema),
              text("table", LockWaits.Key::table),
              text("index", LockWaits.Key::index)),
          List.of(
              number("waiting_digest", LockWaits.Key::waitingDigest),
              number("blocking_digest", LockWaits.Key::blockingDigest)),
          List.of(
              origin("waiting_origin", LockWaits.Key::waitingOrigin),
              origin("blocking_origin", LockWaits.Key::blockingOrigin)),
          row ->
              new LockWaits.Key(
                  row.text(0),
                  row.text(1),
                  row.text(2),
                  row.number(0),
                  row.origin(0),
                  row.number(1),
                  row.origin(1)));

  static final KeyColumns<MetadataLocks.Key, WaitFigure> METADATA_LOCKS =
      new KeyColumns<>(
          MetadataLocks.KIND,
          List.of(
              text("object_type", MetadataLocks.Key::objectType),
              text("schema", MetadataLocks.Key::schema),
              text("object", MetadataLocks.Key::object),
              text("waiting_lock", MetadataLocks.Key::waitingLock)),
          List.of(
              number("waiting_digest", MetadataLocks.Key::waitingDigest),
              number("blocking_digest", MetadataLocks.Key::blockingDigest)),
          List.of(
              origin("waiting_origin", MetadataLocks.Key::waitingOrigin),
              origin("blocking_origin", MetadataLocks.Key::blockingOrigin)),
          row ->
              new MetadataLocks.Key(
                  row.text(0),
                  row.text(1),
                  row.text(2),
                  row.text(3),
                  row.number(0),
                  row.origin(0),
                  row.number(1),
                  row.origin(1)));

  static final KeyColumns<LongTransactions.Key, LongTransactions.Figure> LONG_TRANSACTIONS =
      new KeyColumns<>(
          LongTransactions.KIND,
          List.of(),
          List.of(number("digest", LongTransactions.Key::digest)),
          List.of(origin("origin", LongTransactions.Key::origin)),
          row -> new LongTransactions.Key(row.number(0), row.origin(0)));

  static final KeyColumns<ServerFacts.Key, ServerFacts.Figure> SERVER_FACTS =
      new KeyColumns<>(
          ServerFacts.KIND,
          List.of(
              text("server", ServerFacts.Key::server),
              text("name", ServerFacts.Key::name),
              text("value", ServerFacts.Key::value)),
          List.of(),
          List.of(),
          row -> new ServerFacts.Key(row.text(0), row.text(1), row.text(2)));

  static final KeyColumns<ServerMinutes.Key, ServerMinutes.Figure> SERVER_MINUTES =
      new KeyColumns<>(
          ServerMinutes.KIND,
          List.of(text("server", ServerMinutes.Key::server)),
          List.of(number("minute", ServerMinutes.Key::minute)),
          List.of(),
          row -> new ServerMinutes.Key(row.text(0), row.number(0)));

  static final KeyColumns<Attribution.Key, Attribution.Figure> ATTRIBUTION =
      new KeyColumns<>(
          Attribution.KIND,
          List.of(),
          List.of(number("digest", Attribution.Key::digest)),
          List.of(origin("origin", Attribution.Key::origin)),
          row -> new Attribution.Key(row.number(0), row.origin(0)));

  static final KeyColumns<AccountUse.Key, AccountUse.Figure> ACCOUNT_USE =
      new KeyColumns<>(
          AccountUse.KIND,
          List.of(text("event", AccountUse.Key::event)),
          List.of(),
          List.of(origin("origin", AccountUse.Key::origin)),
          row -> new AccountUse.Key(row.origin(0), row.text(0)));

  static final KeyColumns<SamplingRounds.Key, SamplingRounds.Figure> SAMPLING_ROUNDS =
      new KeyColumns<>(
          SamplingRounds.KIND,
          List.of(
              text("subject", SamplingRounds.Key::subject),
              text("estimator", SamplingRounds.Key::estimator)),
          List.of(),
          List.of(),
          row -> new SamplingRounds.Key(row.text(0), row.text(1)));

  private ObservationColumns() {}

  /** The column of a figure. */
  public static Column.Longs of(ObservationFigure figure) {
    return new Column.Longs(figure.name().toLowerCase(Locale.ROOT), figure.neutral());
  }
}
