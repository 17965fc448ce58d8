package com.siacapp.protocol.control;

import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every filter around every request. */
public final class Filters {

    private final List<RequestFilter> fromTheInside;

    public Filters(Collection<RequestFilter> filters) {
        fromTheInside = filters.stream()
                .sorted(Comparator.comparing(RequestFilter::layer).reversed())
                .toList();
    }

    /** The reply as it is to be sent; empty if it comes later, or never because a stream was opened. */
    public Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> answer) {
        var next = answer;
        for (var filter : fromTheInside) {
            var inner = next;
            next = () -> filter.around(incoming, inner);
        }
        return next.get().map(incoming::ended);
    }

    /** See {@link RequestFilter#refusal}. */
    public Optional<Reply> refusal(Caller caller) {
        return fromTheInside.stream()
                .flatMap(filter -> filter.refusal(caller).stream())
                .findFirst();
    }
}
