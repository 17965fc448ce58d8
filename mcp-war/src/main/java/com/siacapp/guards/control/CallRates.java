package com.siacapp.guards.control;

import com.siacapp.grants.entity.Caller;
import com.siacapp.guards.control.Buckets.Owner;
import com.siacapp.limits.entity.Rate;
import com.siacapp.limits.entity.TryLaterException;
import java.time.Clock;
import java.util.function.Supplier;

/** How often one caller may ask. */
public final class CallRates {

    private final Buckets buckets;
    private final Supplier<Rate> requestsPerUser;
    private final Supplier<Rate> callsPerTool;

    public CallRates(Clock clock, Supplier<Rate> requestsPerUser, Supplier<Rate> callsPerTool) {
        this.buckets = new Buckets(clock);
        this.requestsPerUser = requestsPerUser;
        this.callsPerTool = callsPerTool;
    }

    /** @throws TryLaterException when this person asks too often */
    public void takeRequest(Caller caller) {
        buckets.take(requestsPerUser.get(), Owner.of(caller.user()));
    }

    /**
     * @param tool the name of a tool there is; what callers invent would fill the memory
     * @throws TryLaterException when this person with this app calls it too often
     */
    public void takeCall(Caller caller, String tool) {
        buckets.take(callsPerTool.get(), new Owner(caller.user(), caller.clientId(), tool));
    }
}
