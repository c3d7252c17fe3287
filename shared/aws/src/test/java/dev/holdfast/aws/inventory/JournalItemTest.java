package dev.holdfast.aws.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.inventory.CounterChange;
import dev.holdfast.inventory.JournalEntry;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.EntryId;
import dev.holdfast.kernel.Fingerprint;
import dev.holdfast.kernel.Invariant;
import dev.holdfast.kernel.LocationId;
import dev.holdfast.kernel.Sku;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class JournalItemTest {
    private static final Sku CANDLE = new Sku("85123A");
    private static final LocationId MAIN = new LocationId("MAIN");

    private static JournalEntry entry(JournalEntry.Kind kind, Optional<String> reason, JournalEntry.Line... lines) {
        return new JournalEntry(
                EntryId.of(kind.name(), "1"),
                kind,
                Instant.parse("2026-11-24T09:30:00.123Z"),
                new Actor("A. Packer"),
                reason,
                List.of(
                        new JournalEntry.Cause(JournalEntry.Cause.Type.ORDER, "ord_1"),
                        new JournalEntry.Cause(JournalEntry.Cause.Type.ADJUSTMENT, "count of 24 November, shelf 3")),
                List.of(lines));
    }

    private static void comesBack(JournalEntry entry) {
        assertThat(JournalItem.entry(JournalItem.of(entry))).isEqualTo(entry);
    }

    @Test
    void every_kind_comes_back_as_it_was_written() {
        comesBack(entry(
                JournalEntry.Kind.RECEIVE,
                Optional.empty(),
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.available(1_000_000))));
        comesBack(entry(
                JournalEntry.Kind.ADJUST,
                Optional.of("OTHER: eaten, by mice"),
                JournalEntry.Line.at(1, new Sku("A.B_C-D"), new LocationId("DE-1"), CounterChange.available(-7))));
        comesBack(entry(
                JournalEntry.Kind.RESERVE,
                Optional.empty(),
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.hold(6)),
                new JournalEntry.Line(1, CANDLE, Optional.empty(), CounterChange.NONE, 3, 0),
                new JournalEntry.Line(1, CANDLE, Optional.of(MAIN), CounterChange.hold(2), 0, 2)));
        comesBack(entry(
                JournalEntry.Kind.RELEASE,
                Optional.empty(),
                new JournalEntry.Line(0, CANDLE, Optional.of(MAIN), CounterChange.hold(-2), -3, -2)));
        comesBack(entry(
                JournalEntry.Kind.SETTLE,
                Optional.empty(),
                new JournalEntry.Line(0, CANDLE, Optional.empty(), CounterChange.NONE, 0, -14)));
        comesBack(entry(
                JournalEntry.Kind.SHIP,
                Optional.empty(),
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.ship(6))));
    }

    @Test
    void only_what_a_request_asked_for_keeps_a_fingerprint() {
        JournalEntry entry = entry(JournalEntry.Kind.RECEIVE, Optional.empty());
        Fingerprint content = Fingerprint.of("content");
        assertThat(JournalItem.fingerprint(JournalItem.of(entry, content))).contains(content);
        assertThat(JournalItem.fingerprint(JournalItem.of(entry))).isEmpty();
        assertThat(JournalItem.entry(JournalItem.of(entry, content))).isEqualTo(entry);
    }

    @Test
    void a_counter_that_we_do_not_know_is_not_left_out() {
        Map<String, AttributeValue> item = new HashMap<>(JournalItem.of(entry(
                JournalEntry.Kind.RECEIVE,
                Optional.empty(),
                JournalEntry.Line.at(0, CANDLE, MAIN, CounterChange.available(5)))));
        item.put("lines", AttributeValue.fromS("0,85123A,MAIN,a5,x1"));
        assertThatThrownBy(() -> JournalItem.entry(item)).isInstanceOf(Invariant.Broken.class);
    }
}
