package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.keys.entity.Seal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Lists in parts (MCP 2026-07-28, server/utilities/pagination). A cursor is the key of the last item shown, sealed together
 * with the name of its list: any node reads it, it survives changes of the list, and nobody makes one but we.
 */
public final class Pagination {

    /** Before every key. */
    public static final String START = "";

    private final Seal seal;
    private final IntSupplier size;

    /** @param size how many items a page has at most */
    public Pagination(Seal seal, IntSupplier size) {
        this.seal = seal;
        this.size = size;
    }

    /** The key after which the page starts that the client asks for. */
    public String start(String list, ObjectNode params) {
        if (!params.hasNonNull("cursor")) {
            return START;
        }
        return opened(list, params.path("cursor").asText())
                .orElseThrow(() -> INVALID_PARAMS.because("the cursor is not one of this list"));
    }

    /**
     * A page of a list.
     *
     * @param following the items after the page's start, in the order of their keys; as many as a page has and one more do
     */
    public <T> Page<T> page(String list, Stream<T> following, Function<T, String> key) {
        var most = size.getAsInt();
        var items = following.limit(most + 1L).toList();
        if (items.size() <= most) {
            return new Page<>(items, Optional.empty());
        }
        var shown = items.subList(0, most);
        return new Page<>(shown, Optional.of(seal.seal(list + "\n" + key.apply(shown.get(most - 1)))));
    }

    private Optional<String> opened(String list, String cursor) {
        var prefix = list + "\n";
        return seal.open(cursor)
                .filter(content -> content.startsWith(prefix))
                .map(content -> content.substring(prefix.length()));
    }
}
