package com.siacapp.console.entity;

import com.siacapp.keys.entity.KeyState;
import com.siacapp.keys.entity.KeySummary;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys that sign tokens, by their algorithm. */
public record KeysPage(Frame frame, List<Kind> kinds) implements ConsolePage {

    public KeysPage {
        kinds = List.copyOf(kinds);
    }

    public static KeysPage of(Frame frame, List<KeySummary> keys) {
        Map<String, List<Row>> kinds = keys.stream()
                .collect(Collectors.groupingBy(
                        KeySummary::algorithm, LinkedHashMap::new, Collectors.mapping(Row::of, Collectors.toList())));
        return new KeysPage(
                frame,
                kinds.entrySet().stream()
                        .map(kind -> new Kind(kind.getKey(), kind.getValue()))
                        .toList());
    }

    @Override
    public String template() {
        return "console-keys";
    }

    /** Whether keys of some kind have no successor yet. */
    public boolean canRotate() {
        return kinds.stream().anyMatch(kind -> kind.rows().stream().noneMatch(row -> row.state() == KeyState.NEXT));
    }

    /** The keys of one algorithm, the one that signs last first. */
    public record Kind(String algorithm, List<Row> rows) {

        public Kind {
            rows = List.copyOf(rows);
        }
    }

    /** One key. */
    public record Row(String id, KeyState state, Moment since, Moment signsFrom) {

        static Row of(KeySummary key) {
            return new Row(key.id(), key.state(), new Moment(key.since()), new Moment(key.signsFrom()));
        }
    }
}
