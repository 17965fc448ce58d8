package com.siacapp.guards.boundary;

import com.siacapp.guards.control.GuardSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** How many threads of this node one person keeps busy: who sends or reads slowly keeps a thread for as long. */
@Singleton
public class RequestsInService {

    private final ConcurrentMap<UUID, Integer> byUser = new ConcurrentHashMap<>();
    private final Supplier<Integer> most;

    @Inject
    RequestsInService() {
        this(GuardSettings.REQUESTS_AT_ONCE::value);
    }

    /** Without a container. */
    public RequestsInService(Supplier<Integer> most) {
        this.most = most;
    }

    /** Whether there is a thread for one more; then {@link #end} gives it back. */
    public boolean begin(UUID user) {
        if (byUser.merge(user, 1, Integer::sum) <= most.get()) {
            return true;
        }
        end(user);
        return false;
    }

    public void end(UUID user) {
        byUser.computeIfPresent(user, (known, count) -> count == 1 ? null : count - 1);
    }
}
