package com.siacapp.protocol.control;

import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.protocol.entity.RequestFilter.Incoming;
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

    public Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> answer) {
        var next = answer;
        for (var filter : fromTheInside) {
            var inner = next;
            next = () -> filter.around(incoming, inner);
        }
        return next.get();
    }
}
